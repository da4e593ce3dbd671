import {UPLOAD_RESOURCES} from '../../apple/upload-resources.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import {requireStore} from '../../core/require-store.ts'
import type {Section} from '../../core/section.ts'
import type {Step} from '../../core/step.ts'
import {factsOfFile} from '../../places/detail.ts'
import {
  CHECKSUM_MILLISECONDS,
  isWorthWaitingFor,
  readComparable,
  withResumable,
} from '../../transfer/comparable.ts'
import type {FileSectionOptions} from '../../transfer/store.ts'
import {holds} from '../../transfer/stored-file.ts'
import {createCards} from './cards.ts'
import type {Cards, FoundCard} from './cards.ts'
import {cardDetailSchema} from './detail.ts'
import type {CardDetail, ExperienceDetail} from './detail.ts'
import {clipExperienceSection} from './experience-section.ts'
import {findCard} from './folder/find-card.ts'
import type {CardFolder} from './folder/find-card.ts'
import type {HaveCard} from './have-card.ts'
import {performCard} from './perform.ts'
import {APP_CLIP, planCard} from './plan.ts'
import {pullCard} from './pull.ts'
import type {StoredLocale} from './read-localizations.ts'
import {viewCard} from './view.ts'
import type {WantedCard} from './wanted-card.ts'

/** What the section needs besides the run's policy. */
export type ClipOptions = CardFolder & FileSectionOptions

/** The two sections of the App Clip card of a version: one creates it, the other one fills it. */
export interface ClipSections {
  readonly experience: Section<WantedCard | null, FoundCard | Diagnostic | null, ExperienceDetail>
  readonly card: Section<WantedCard | null, HaveCard, CardDetail>
}

/** The App Clip card of a version: its action, and its subtitle and image in each locale. */
export function clipSections(options: ClipOptions): ClipSections {
  const {store} = options
  const cards = store === null ? null : createCards(store)
  let finding: ReturnType<typeof findCard> | null = null
  const find = (signal: AbortSignal) => (finding ??= findCard(options, signal))
  return {
    experience: clipExperienceSection(
      async (signal) => (await find(signal)).wanted,
      () => requireStore(cards),
    ),
    card: {
      name: APP_CLIP,
      after: [],
      opens: false,
      scope: 'version',
      detail: cardDetailSchema,
      find,
      read: (wanted) => readCard(options, requireStore(cards), wanted),
      async check(wanted, have) {
        if (wanted === null) return []
        const images = wanted.locales.flatMap(({locale, header}) => {
          const shown = have?.localizations.find((each) => each.locale === locale)?.header
          const isShown = header !== null && shown && holds(shown, header)
          return header === null || isShown ? [] : [header]
        })
        const obstacle = have?.obstacle ?? null
        return [...(obstacle === null ? [] : [obstacle]), ...(await wanted.checkHeaders(images))]
      },
      plan: planCard,
      perform: (work) => performCard({...options, store: requireStore(store)}, work),
      facts: factsOfCard,
      view: viewCard,
      pull: () => pullCard({...options, ...requireStore(store)}),
      pictures: ({localizations}) =>
        new Map(
          localizations.flatMap(({header}) =>
            header === null || header.image === null ? [] : [[header.id, header.image] as const],
          ),
        ),
    },
  }
}

async function readCard(
  {store, processingTimeout}: ClipOptions,
  cards: Cards,
  wanted: WantedCard | null,
): Promise<HaveCard> {
  const nothing = {obstacle: null, card: null, isOwn: false, localizations: [], primaryLocale: ''}
  if (wanted === null || store === null) return nothing
  const found = await cards.find(wanted)
  if ('severity' in found) return {...nothing, obstacle: found}
  const {primaryLocale} = await store.target.app()
  const card = found.own ?? found.template
  if (card === null) return {...nothing, primaryLocale}

  const headers = new Map(wanted.locales.map(({locale, header}) => [locale, header]))
  const wantedFiles = ({locale}: StoredLocale) => {
    const header = headers.get(locale) ?? null
    return header === null ? [] : [header]
  }
  const read = await readComparable(
    () => cards.localizations(card, wanted),
    (answer) =>
      answer.flatMap((each) =>
        each.header !== null && isWorthWaitingFor(each.header, wantedFiles(each))
          ? [each.header]
          : [],
      ),
    {...store, longest: {processing: processingTimeout, checksum: CHECKSUM_MILLISECONDS}},
  )
  const localizations = await Promise.all(
    read.map(async (each) => {
      const {header} = each
      if (header === null) return each
      const files = wantedFiles(each)
      const resource = UPLOAD_RESOURCES.clipHeader
      return {...each, header: await withResumable(store.client, resource, header, files)}
    }),
  )
  return {obstacle: null, card, isOwn: found.own !== null, localizations, primaryLocale}
}

function factsOfCard({detail, ...step}: Step<CardDetail>) {
  switch (detail.kind) {
    case 'upload':
    case 'delete':
      return factsOfFile({...step, detail})
    case 'action':
      return {text: detail.action}
    case 'localization':
    case 'subtitle':
    case 'delete-localization':
      return {text: detail.subtitle}
  }
}
