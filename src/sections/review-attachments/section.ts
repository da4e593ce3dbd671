import {UPLOAD_RESOURCES} from '../../apple/upload-resources.ts'
import {EMPTY_PLAN} from '../../core/plan.ts'
import type {Section} from '../../core/section.ts'
import type {Target} from '../../core/target.ts'
import {performFiles} from '../../places/perform-files.ts'
import {
  CHECKSUM_MILLISECONDS,
  isWorthWaitingFor,
  readComparable,
  withResumable,
} from '../../transfer/comparable.ts'
import type {Store} from '../../transfer/store.ts'
import {SECTION} from './attachments.ts'
import type {StoredAttachments, WantedAttachments} from './attachments.ts'
import {attachmentDetailSchema, factsOfAttachment} from './detail.ts'
import type {AttachmentDetail} from './detail.ts'
import {findAttachments} from './folder/find-attachments.ts'
import type {AttachmentsFolder} from './folder/find-attachments.ts'
import {performAttachments} from './perform.ts'
import {planAttachments} from './plan.ts'
import {readAttachments} from './requests.ts'
import {viewAttachments} from './view.ts'

/** What the section needs besides the run's policy. */
export interface ReviewAttachmentsOptions extends AttachmentsFolder {
  /** How long to wait for files that Apple is still processing before comparing them, in milliseconds. */
  readonly processingTimeout: number
  /** When the run began, in milliseconds since 1970. */
  readonly startedAt: number
  /** Null if the run does not use App Store Connect. */
  readonly store: (Store & {readonly target: Target}) | null
}

/** The files for App Review, in no order. Contact and demo account of the review detail are neither read nor sent. */
export function reviewAttachmentsSection(
  options: ReviewAttachmentsOptions,
): Section<WantedAttachments | null, StoredAttachments, AttachmentDetail> {
  const requireStore = () => {
    if (options.store === null) throw new Error('This run does not use App Store Connect.')
    return options.store
  }
  return {
    name: SECTION,
    after: [],
    opens: false,
    scope: 'version',
    detail: attachmentDetailSchema,
    find: (signal) => findAttachments(options, signal),
    async read(wanted) {
      const {target, client, signal, processing} = requireStore()
      const [{id: versionId}, detail] = await Promise.all([
        target.version(),
        target.part('appStoreReviewDetail'),
      ])
      const detailId = detail?.id ?? null
      if (versionId === null || detailId === null) return {versionId, detailId, files: []}
      const files = wanted?.files ?? []
      const longest = {processing: options.processingTimeout, checksum: CHECKSUM_MILLISECONDS}
      const stored = await readComparable(
        () => readAttachments(client, detailId),
        (answer) => answer.filter((each) => isWorthWaitingFor(each, files)),
        {longest, signal, processing},
      )
      const resumable = await Promise.all(
        stored.map((each) => withResumable(client, UPLOAD_RESOURCES.reviewAttachment, each, files)),
      )
      return {versionId, detailId, files: resumable}
    },
    check: async () => [],
    plan: (wanted, have, policy) =>
      wanted === null ? EMPTY_PLAN : planAttachments(wanted, have, policy),
    perform({have, settled, idOf}) {
      const store = requireStore()
      const files = performFiles({
        ...options,
        store,
        stored: have.files,
        settled,
        idOf,
        readPlace: async (_place, detailId) =>
          detailId === null ? [] : readAttachments(store.client, detailId),
      })
      return performAttachments(store, {files, idOf})
    },
    facts: factsOfAttachment,
    view: (wanted, known) => (wanted === null ? [] : [viewAttachments(wanted, known)]),
    pictures: () => new Map(),
  }
}
