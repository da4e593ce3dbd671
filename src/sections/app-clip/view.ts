import {byLanguage, languageOf} from '../../apple/locales.ts'
import type {Plan} from '../../core/plan.ts'
import {textFieldOf} from '../../core/shown-text.ts'
import type {Card, Shelf, TextField, TextGroup, View} from '../../core/view.ts'
import {cardsOfPlace} from '../../places/view-place.ts'
import type {HaveCard} from './have-card.ts'
import {
  ACTION_STEP,
  APP_CLIP,
  deletionStepId,
  extrasOf,
  localizationStepId,
  placeOfCard,
  subtitleStepId,
} from './plan.ts'
import type {StoredLocale} from './read-localizations.ts'
import type {WantedCard, WantedLocale} from './wanted-card.ts'

const CARD = 'App Clip card'

/**
 * The texts and images of a card, before and after.
 *
 * @param known - Null if the store was not read. Then nothing is compared.
 */
export function viewCard(
  wanted: WantedCard | null,
  known: {readonly have: HaveCard; readonly plan: Plan} | null,
): readonly View[] {
  if (wanted === null) return []
  const texts = textGroups(wanted, known?.plan ?? null)
  const shelves = [
    ...wanted.locales
      .toSorted(byLanguage)
      .flatMap((locale) => (locale.header === null ? [] : [wantedShelf(locale, known)])),
    ...(known === null ? [] : extraShelves(wanted, known)),
  ]
  return [
    ...(texts.length === 0 ? [] : [{shape: 'texts', groups: texts} as const]),
    ...(shelves.length === 0 ? [] : [{shape: 'gallery', shelves} as const]),
  ]
}

function textGroups({action, locales}: WantedCard, plan: Plan | null): readonly TextGroup[] {
  const steps = new Map((plan?.steps ?? []).map((step) => [step.id, step]))
  const unchanged = new Set(
    (plan?.settled ?? []).flatMap(({section, state, subject}) =>
      section === APP_CLIP && state === 'unchanged' ? [subject.file?.path] : [],
    ),
  )
  const fieldOf = (
    name: string,
    {text, path}: {readonly text: string; readonly path: string},
    ids: readonly string[],
  ): TextField => {
    const step = ids.map((id) => steps.get(id)).find((each) => each !== undefined)
    return textFieldOf({name: `${CARD} ${name}`, text, file: {path}}, step, unchanged.has(path))
  }
  const ofCard: readonly TextGroup[] =
    action === null
      ? []
      : [
          {
            place: APP_CLIP,
            locale: null,
            language: CARD,
            fields: [fieldOf('action', {text: action.value, path: action.path}, [ACTION_STEP])],
          },
        ]
  return [
    ...ofCard,
    ...locales.toSorted(byLanguage).flatMap(({locale, subtitle}): readonly TextGroup[] =>
      subtitle === null
        ? []
        : [
            {
              place: placeOfCard(locale),
              locale,
              language: languageOf(locale),
              fields: [
                fieldOf('subtitle', subtitle, [subtitleStepId(locale), localizationStepId(locale)]),
              ],
            },
          ],
    ),
  ]
}

function wantedShelf(
  {locale, path, header}: WantedLocale,
  known: {readonly have: HaveCard; readonly plan: Plan} | null,
): Shelf {
  const stored = known?.have.localizations.find((each) => each.locale === locale)?.header ?? null
  const files = header === null ? [] : [header]
  return {
    ...shelfOf(locale, path),
    cards: cardsOfPlace({name: placeOfCard(locale), section: APP_CLIP, files}, known?.plan ?? null),
    before: known === null ? null : stored === null ? [] : [{id: stored.id, name: stored.fileName}],
  }
}

/** What only the store has, and what becomes of it. */
function extraShelves(
  wanted: WantedCard,
  {have, plan}: {readonly have: HaveCard; readonly plan: Plan},
): readonly Shelf[] {
  const ids = new Set(plan.steps.map(({id}) => id))
  return extrasOf(wanted, have.localizations)
    .toSorted(byLanguage)
    .flatMap(({locale, header}) =>
      header === null
        ? []
        : [
            {
              ...shelfOf(locale, `${wanted.path}/${locale}`),
              cards: [extraCard({locale, header}, ids)],
              before: [{id: header.id, name: header.fileName}],
            },
          ],
    )
}

function extraCard(
  {
    locale,
    header: {id, fileName: name},
  }: Pick<StoredLocale, 'locale'> & {
    readonly header: NonNullable<StoredLocale['header']>
  },
  steps: ReadonlySet<string>,
): Card {
  const deletion = deletionStepId(locale)
  const common = {name, file: null, update: null}
  return steps.has(deletion)
    ? {...common, state: 'deleted', after: null, before: {id, name}, steps: [deletion]}
    : {...common, state: 'extra', after: {id}, before: null, steps: []}
}

function shelfOf(locale: string, folder: string): Omit<Shelf, 'cards' | 'before'> {
  return {
    place: placeOfCard(locale),
    locale,
    language: languageOf(locale),
    device: CARD,
    title: CARD,
    type: APP_CLIP,
    medium: 'picture',
    inSearchResults: 0,
    folder,
  }
}
