import type {
  AppClipAdvancedExperience,
  AppClipAdvancedExperienceLocalization,
} from '@rage-against-the-pixel/app-store-connect-api'

import {REMOVED_STATUS} from '../../apple/app-clips.ts'
import {UPLOAD_RESOURCES} from '../../apple/upload-resources.ts'
import {readStoredImage} from '../../clips/stored-image.ts'
import type {Clip} from '../../clips/clips.ts'
import type {Client, Query} from '../../connect/client.ts'
import type {AttributesOf, Live, Resource} from '../../connect/document.ts'
import {unreadableAnswer} from '../../connect/errors.ts'
import {allIncluded, indexIncluded, oneIncluded} from '../../connect/inclusion.ts'
import type {Included} from '../../connect/inclusion.ts'
import {getAll} from '../../connect/pages.ts'
import {isRecord, isText} from '../../core/json-values.ts'
import type {StoredFile} from '../../transfer/stored-file.ts'

/** An advanced App Clip experience in App Store Connect. */
export interface StoredExperience {
  /** Apple's id. */
  readonly id: string
  readonly link: string
  /** As Apple has them, by the keys of an `experience.yml`. */
  readonly attributes: Live<Attributes>
  readonly localizations: readonly StoredText[]
  /** Null if it has none. */
  readonly image: StoredFile | null
}

export interface StoredText {
  readonly language: string
  /** Null if not set. */
  readonly title: string | null
  readonly subtitle: string | null
}

type Attributes = AttributesOf<AppClipAdvancedExperience>
type TextAttributes = AttributesOf<AppClipAdvancedExperienceLocalization>

export const EXPERIENCES = 'appClipAdvancedExperiences'
export const EXPERIENCE_TEXTS = 'appClipAdvancedExperienceLocalizations'
const IMAGE = UPLOAD_RESOURCES.clipExperienceImage

const WITH_ALL: Query = {
  include: ['headerImage', 'localizations'],
  [`fields[${EXPERIENCES}]`]: [
    'link',
    'status',
    'action',
    'isPoweredBy',
    'place',
    'businessCategory',
    'defaultLanguage',
    'headerImage',
    'localizations',
  ],
  [`fields[${IMAGE.type}]`]: IMAGE.fields,
  [`fields[${EXPERIENCE_TEXTS}]`]: ['language', 'title', 'subtitle'],
  // More than there are languages.
  'limit[localizations]': 50,
}

/** Reads the experiences of an App Clip, without removed ones: one request, unless Apple's answer is incomplete. */
export async function readExperiences(
  client: Client,
  {id}: Clip,
): Promise<readonly StoredExperience[]> {
  const {data, included} = await getAll<Attributes>(client, `/v1/appClips/${id}/${EXPERIENCES}`, {
    ...WITH_ALL,
    limit: 200,
  })
  const index = indexIncluded(included)
  return Promise.all(
    data
      .filter(isThere)
      .map(async (each) => asExperience(each, index) ?? (await readWhole(client, each.id))),
  )
}

/** Finds an experience by its link. @returns null if there is none. */
export async function findExperience(
  client: Client,
  clipId: string,
  link: string,
): Promise<Resource<Attributes> | null> {
  const {data} = await getAll<Attributes>(client, `/v1/appClips/${clipId}/${EXPERIENCES}`, {
    [`fields[${EXPERIENCES}]`]: ['link', 'status'],
    limit: 200,
  })
  return data.filter(isThere).find(({attributes}) => attributes?.link === link) ?? null
}

function isThere({attributes}: Resource<Attributes>): boolean {
  return String(attributes?.status) !== REMOVED_STATUS
}

/** @throws {ConnectionError} if even this answer does not have all of it. */
async function readWhole(client: Client, id: string): Promise<StoredExperience> {
  const path = `/v1/${EXPERIENCES}/${id}`
  const {data, included} = await client.related<Attributes>(path, WITH_ALL)
  const found = data === null ? null : asExperience(data, indexIncluded(included ?? []))
  if (found !== null) return found
  throw unreadableAnswer(`GET ${path}`, 'it does not have the image and all localizations')
}

/** @returns null if the answer does not have all of it. */
function asExperience(resource: Resource<Attributes>, included: Included): StoredExperience | null {
  const texts = allIncluded(resource, 'localizations', included)
  const image = oneIncluded(resource, 'headerImage', included)
  if (texts === null || image === undefined) return null
  const {id, attributes} = resource
  return {
    id,
    link: attributes?.link ?? '',
    attributes: attributes ?? {},
    localizations: texts.map(asText),
    image: readStoredImage(IMAGE, image),
  }
}

function asText({attributes}: Resource): StoredText {
  const {language, title, subtitle}: Readonly<Partial<Record<keyof TextAttributes, unknown>>> =
    isRecord(attributes) ? attributes : {}
  return {language: textOf(language) ?? '', title: textOf(title), subtitle: textOf(subtitle)}
}

function textOf(value: unknown): string | null {
  return isText(value) && value !== '' ? value : null
}
