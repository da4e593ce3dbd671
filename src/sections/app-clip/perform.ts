import type {
  AppClipDefaultExperienceLocalization,
  AppClipDefaultExperienceLocalizationCreateRequest,
} from '@rage-against-the-pixel/app-store-connect-api'

import {UPLOAD_RESOURCES} from '../../apple/upload-resources.ts'
import type {Client} from '../../connect/client.ts'
import type {AttributesOf} from '../../connect/document.ts'
import {createOrFind} from '../../connect/create-or-find.ts'
import {getAll} from '../../connect/pages.ts'
import type {Performer, Work} from '../../core/section.ts'
import type {Step} from '../../core/step.ts'
import type {FileDetail} from '../../places/detail.ts'
import {performFiles} from '../../places/perform-files.ts'
import {createPlacePresence} from '../../places/presence.ts'
import type {Store} from '../../transfer/store.ts'
import type {StoredFile} from '../../transfer/stored-file.ts'
import type {CardDetail} from './detail.ts'
import type {HaveCard} from './have-card.ts'
import {readHeader, readLocalizations} from './read-localizations.ts'
import {CARDS} from './requests.ts'
import {managesLocale} from './wanted-card.ts'
import type {WantedCard} from './wanted-card.ts'

export interface PerformCardOptions {
  readonly store: Store
  /** Absolute. */
  readonly workspace: string
  /** When the run began, in milliseconds since 1970. */
  readonly startedAt: number
}

const TYPE = 'appClipDefaultExperienceLocalizations'

/** Carries out the steps of a card. While Apple is waited for, all its images are read with one request. */
export function performCard(
  options: PerformCardOptions,
  {wanted, have, settled, idOf}: Work<WantedCard | null, HaveCard, CardDetail>,
): Performer<CardDetail> {
  const {client, signal} = options.store
  const presence = createPlacePresence(options.store, settled)
  let shown: readonly StoredFile[] = []
  const files = performFiles({
    ...options,
    stored: have.localizations.flatMap(({header}) => header ?? []),
    idOf,
    async readPlace(_place, localizationId) {
      const header = localizationId === null ? null : await readHeader(client, localizationId)
      return header === null ? [] : [header]
    },
    group: {
      of: () => 'app-clip',
      async read() {
        if (wanted === null || have.card === null) return []
        const read = await readLocalizations(client, have.card.id, managesLocale(wanted))
        shown = read.flatMap(({header}) => header ?? [])
        return shown
      },
    },
  })
  const perform = async ({detail, resource}: Step<Exclude<CardDetail, FileDetail>>) => {
    if (detail.kind === 'localization') {
      return createLocalization(client, idOf(detail.card), {...detail, signal})
    }
    if (detail.kind === 'delete-localization') {
      await client.delete(`/v1/${TYPE}/${detail.localization}`)
      return detail.localization
    }
    if (resource === null) throw new Error('There is nothing to change.')
    const id = idOf(resource)
    switch (detail.kind) {
      case 'action':
        await client.patch(`/v1/${CARDS}/${id}`, {
          data: {type: CARDS, id, attributes: {action: detail.action}},
        })
        return id
      case 'subtitle':
        await setSubtitle(client, id, detail.subtitle)
        return id
    }
  }
  return {
    ...files,
    async perform(step) {
      const {detail} = step
      return isFile(detail)
        ? files.perform({...step, detail})
        : {state: 'done', resourceId: await perform({...step, detail})}
    },
    groupOf({detail, ...step}) {
      return isFile(detail) ? files.groupOf({...step, detail}) : null
    },
    async settle(group, pending) {
      const sent = pending.flatMap(({step: {detail, ...step}, resourceId}) =>
        isFile(detail) ? [{step: {...step, detail}, resourceId}] : [],
      )
      const decisions = await files.settle(group, sent)
      if (decisions.size === sent.length) {
        const places = new Set(settled.flatMap(({subject}) => subject.place ?? []))
        await Promise.all(
          [...places].map((place) => presence.compare(place, UPLOAD_RESOURCES.clipHeader, shown)),
        )
      }
      return decisions
    },
    lost: () => presence.lost(),
  }
}

function isFile(detail: CardDetail): detail is FileDetail {
  return detail.kind === 'upload' || detail.kind === 'delete'
}

/** Adds a locale to a card, or finds it if it already exists. @returns its Apple id. */
async function createLocalization(
  client: Client,
  cardId: string,
  {
    locale,
    subtitle,
    signal,
  }: {readonly locale: string; readonly subtitle: string | null; readonly signal: AbortSignal},
): Promise<string> {
  const body = {
    data: {
      type: TYPE,
      attributes: {locale, ...(subtitle === null ? {} : {subtitle})},
      relationships: {
        appClipDefaultExperience: {data: {type: CARDS, id: cardId}},
      },
    },
  } satisfies AppClipDefaultExperienceLocalizationCreateRequest
  let isFound = false
  const find = async () => {
    const {data} = await getAll<AttributesOf<AppClipDefaultExperienceLocalization>>(
      client,
      `/v1/${CARDS}/${cardId}/${TYPE}`,
      {'filter[locale]': locale, limit: 200},
    )
    const found = data.find(({attributes}) => attributes?.locale === locale) ?? null
    isFound = found !== null
    return found
  }
  const made = await createOrFind(client, `/v1/${TYPE}`, {body, find, signal})
  // Whoever made it, it may have another subtitle.
  if (isFound && subtitle !== null && made.attributes?.subtitle !== subtitle) {
    await setSubtitle(client, made.id, subtitle)
  }
  return made.id
}

async function setSubtitle(client: Client, id: string, subtitle: string): Promise<void> {
  await client.patch(`/v1/${TYPE}/${id}`, {data: {type: TYPE, id, attributes: {subtitle}}})
}
