import type {
  AppClipDefaultExperience,
  AppClipDefaultExperienceCreateRequest,
} from '@rage-against-the-pixel/app-store-connect-api'

import type {Clip} from '../../clips/clips.ts'
import type {Client} from '../../connect/client.ts'
import type {AttributesOf} from '../../connect/document.ts'
import {indexIncluded, oneIncluded} from '../../connect/inclusion.ts'
import {createOrFind} from '../../connect/create-or-find.ts'
import {getAll} from '../../connect/pages.ts'
import {isRecord, isText} from '../../core/json-values.ts'

/** A default experience of an App Clip: the App Clip card of a version. */
export interface Card {
  /** Apple's id. */
  readonly id: string
  /** Null if not set. */
  readonly action: string | null
}

/** A card, with the version that it is released with. */
export interface ReleasedCard extends Card {
  /** Apple's id of the version; null if there is none. */
  readonly versionId: string | null
  /** When the version was created, in milliseconds since 1970; 0 if that is not known. */
  readonly createdAt: number
}

type Attributes = AttributesOf<AppClipDefaultExperience>

/** The resource type; also its path. */
export const CARDS = 'appClipDefaultExperiences'
const FIELDS = `fields[${CARDS}]`

export function asCard({
  id,
  attributes,
}: {
  readonly id: string
  readonly attributes?: unknown
}): Card {
  return {id, action: textIn(attributes, 'action')}
}

/** @throws {ApiError} if it does not exist. */
export async function readCard(client: Client, id: string): Promise<Card> {
  return asCard(await client.get(`/v1/${CARDS}/${id}`, {[FIELDS]: 'action'}))
}

/** Reads every card that an App Clip has had: one request. */
export async function readCards(client: Client, {id}: Clip): Promise<readonly ReleasedCard[]> {
  const {data, included} = await getAll<Attributes>(client, `/v1/appClips/${id}/${CARDS}`, {
    include: 'releaseWithAppStoreVersion',
    [FIELDS]: ['action', 'releaseWithAppStoreVersion'],
    'fields[appStoreVersions]': 'createdDate',
    limit: 200,
  })
  const index = indexIncluded(included)
  return data.map((experience) => {
    const version = oneIncluded(experience, 'releaseWithAppStoreVersion', index) ?? null
    const createdDate = textIn(version?.attributes, 'createdDate')
    return {
      ...asCard(experience),
      versionId: version?.id ?? null,
      createdAt: Date.parse(createdDate ?? '') || 0,
    }
  })
}

/** Reads which App Clip a card belongs to. @returns Apple's id of it; null if the answer does not say. */
export async function readClipOf(client: Client, {id}: Card): Promise<string | null> {
  const {relationships} = await client.get(`/v1/${CARDS}/${id}`, {
    include: 'appClip',
    [FIELDS]: ['action', 'appClip'],
  })
  const data = relationships?.['appClip']?.data
  return data === undefined || data === null || !('id' in data) ? null : data.id
}

export interface CreateCardOptions {
  readonly clip: Clip
  /** Apple's id of the version. */
  readonly versionId: string
  /** The card whose action, locales and images Apple copies; null for an empty card. */
  readonly template: Card | null
  readonly signal: AbortSignal
}

/**
 * Creates the card of a version, or finds the one that it already has.
 *
 * Apple documents `appClipDefaultExperienceTemplate` only by its name. That it copies everything is inferred: expo/eas-cli
 * and rorkai/App-Store-Connect-CLI (issue 1818) rely on it.
 *
 * @returns its Apple id.
 */
export async function createCard(
  client: Client,
  {clip, versionId, template, signal}: CreateCardOptions,
): Promise<string> {
  const body = {
    data: {
      type: CARDS,
      relationships: {
        appClip: {data: {type: 'appClips', id: clip.id}},
        releaseWithAppStoreVersion: {data: {type: 'appStoreVersions', id: versionId}},
        ...(template === null
          ? {}
          : {appClipDefaultExperienceTemplate: {data: {type: CARDS, id: template.id}}}),
      },
    },
  } satisfies AppClipDefaultExperienceCreateRequest
  const find = async () => {
    const path = `/v1/appStoreVersions/${versionId}/appClipDefaultExperience`
    const {data} = await client.related<Attributes>(path, {[FIELDS]: 'action'})
    return data
  }
  const {id} = await createOrFind(client, `/v1/${CARDS}`, {body, find, signal})
  return id
}

function textIn(attributes: unknown, name: string): string | null {
  const value = isRecord(attributes) ? attributes[name] : null
  return isText(value) ? value : null
}
