import type {ReviewSubmission} from '@rage-against-the-pixel/app-store-connect-api'

import {OPEN_SUBMISSION_STATES} from '../../apple/review-states.ts'
import type {Client} from '../../connect/client.ts'
import type {AttributesOf, Resource} from '../../connect/document.ts'
import {indexIncluded, oneIncluded, textAttribute} from '../../connect/inclusion.ts'
import {getAll} from '../../connect/pages.ts'
import type {Platform} from '../../core/platforms.ts'
import type {App} from '../../core/vocabulary.ts'
import {CONTENT_NAMES} from './contents.ts'

type Attributes = AttributesOf<ReviewSubmission>

/** A review submission of the platform that is not over. */
export interface Submission {
  /** Apple's id. */
  readonly id: string
  /** One of {@link OPEN_SUBMISSION_STATES}. */
  readonly state: string
  readonly items: readonly SubmissionItem[]
}

/** Something that App Review is asked to look at. */
export interface SubmissionItem {
  /** Apple's id of the item. */
  readonly id: string
  /** Such as `READY_FOR_REVIEW` or `REJECTED`. */
  readonly state: string
  /** Apple's id of what it is about; null if it is something that the action does not know. */
  readonly contentId: string | null
}

/**
 * Reads the open submissions of a platform with their items: one request, and one more for each of them. The filters
 * are applied again here, because the service has been seen to ignore some.
 */
export async function readSubmissions(
  client: Client,
  app: App,
  platform: Platform,
): Promise<readonly Submission[]> {
  const {data} = await getAll<Attributes>(client, '/v1/reviewSubmissions', {
    'filter[app]': app.id,
    'filter[platform]': platform,
    'filter[state]': OPEN_SUBMISSION_STATES,
    'fields[reviewSubmissions]': ['platform', 'state'],
    limit: 200,
  })
  const open = data.filter(
    ({attributes}) =>
      OPEN_SUBMISSION_STATES.some((state) => state === String(attributes?.state)) &&
      String(attributes?.platform) === platform,
  )
  return Promise.all(
    open.map(async ({id, attributes}) => ({
      id,
      state: String(attributes?.state),
      items: await readItems(client, id),
    })),
  )
}

/** Reads the items of a submission: one request. */
export async function readItems(
  client: Client,
  submissionId: string,
): Promise<readonly SubmissionItem[]> {
  const {data} = await getAll(client, `/v1/reviewSubmissions/${submissionId}/items`, {
    include: CONTENT_NAMES,
    'fields[reviewSubmissionItems]': ['state', ...CONTENT_NAMES],
    'fields[appStoreVersions]': 'versionString',
    'fields[backgroundAssetVersions]': 'version',
    limit: 200,
  })
  return data.map(asItem)
}

/** Whether an item is about something, and was not taken out of its submission. @param contentId - Apple's id of it. */
export function isItemOf({contentId, state}: SubmissionItem, id: string | null): boolean {
  return contentId === id && state !== 'REMOVED'
}

export function asItem(item: Resource): SubmissionItem {
  const contents = CONTENT_NAMES.map((name) => item.relationships?.[name]?.data)
  const content = contents.find((data) => data !== null && data !== undefined && 'id' in data)
  return {
    id: item.id,
    state: textAttribute(item, 'state') ?? 'UNKNOWN',
    contentId: content !== null && content !== undefined && 'id' in content ? content.id : null,
  }
}

/** Reads the state of a submission: one request. @returns null if it does not exist. */
export async function readState(client: Client, submissionId: string): Promise<string | null> {
  const {data} = await client.related<Attributes>(`/v1/reviewSubmissions/${submissionId}`, {
    'fields[reviewSubmissions]': 'state',
  })
  return data === null ? null : String(data.attributes?.state)
}

/** Reads how a version of a background asset stands in the App Store: one request. @returns null if Apple does not say. */
export async function readPackState(client: Client, versionId: string): Promise<string | null> {
  const release = 'appStoreRelease'
  const {data, included} = await client.related(`/v1/backgroundAssetVersions/${versionId}`, {
    include: release,
    'fields[backgroundAssetVersions]': release,
    'fields[backgroundAssetVersionAppStoreReleases]': 'state',
  })
  const found = data === null ? null : oneIncluded(data, release, indexIncluded(included ?? []))
  return found ? textAttribute(found, 'state') : null
}

/** Changes a submission. */
export async function patchSubmission(
  client: Client,
  id: string,
  attributes: {readonly submitted: true} | {readonly canceled: true},
): Promise<void> {
  await client.patch(`/v1/reviewSubmissions/${id}`, {
    data: {type: 'reviewSubmissions', id, attributes},
  })
}
