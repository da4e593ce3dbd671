import {UPLOAD_RESOURCES} from '../../apple/upload-resources.ts'
import {EMPTY_PLAN} from '../../core/plan.ts'
import {requireStore} from '../../core/require-store.ts'
import type {Section} from '../../core/section.ts'
import {NOTHING_PULLED} from '../../core/pulled.ts'
import {withoutBytes} from '../../files/without-bytes.ts'
import {performFiles} from '../../places/perform-files.ts'
import {
  CHECKSUM_MILLISECONDS,
  isWorthWaitingFor,
  readComparable,
  withResumable,
} from '../../transfer/comparable.ts'
import type {FileSectionOptions} from '../../transfer/store.ts'
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
export type ReviewAttachmentsOptions = AttachmentsFolder & FileSectionOptions

/** The files for App Review, in no order. Contact and demo account of the review detail are neither read nor sent. */
export function reviewAttachmentsSection(
  options: ReviewAttachmentsOptions,
): Section<WantedAttachments | null, StoredAttachments, AttachmentDetail> {
  return {
    name: SECTION,
    after: [],
    opens: false,
    scope: 'version',
    detail: attachmentDetailSchema,
    find: (signal) => findAttachments(options, signal),
    async read(wanted) {
      const {target, client, signal, processing} = requireStore(options.store)
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
      const store = requireStore(options.store)
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
    async pull() {
      const {target, client} = requireStore(options.store)
      const detail = await target.part('appStoreReviewDetail')
      const files = detail === null ? [] : await readAttachments(client, detail.id)
      const names = files.map(({fileName}) => fileName)
      return {...NOTHING_PULLED, diagnostics: withoutBytes(options.path, names)}
    },
    pictures: () => new Map(),
  }
}
