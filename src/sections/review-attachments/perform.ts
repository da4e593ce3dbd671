import type {Performer, Work} from '../../core/section.ts'
import type {FileDetail} from '../../places/detail.ts'
import type {AttachmentDetail} from './detail.ts'
import type {Store} from '../../transfer/store.ts'
import {createReviewDetail} from '../../review-detail/create.ts'

/** Carries out the steps of the section. @param files - Carries out those of the files. */
export function performAttachments(
  store: Pick<Store, 'client' | 'signal'>,
  {files, idOf}: Pick<Work<never, never, never>, 'idOf'> & {readonly files: Performer<FileDetail>},
): Performer<AttachmentDetail> {
  return {
    ...files,
    async perform({detail, ...step}) {
      if (detail.kind !== 'review-detail') return files.perform({...step, detail})
      const {detail: made} = await createReviewDetail(store, {
        versionId: idOf(detail.version),
        attributes: {},
        fields: ['appStoreReviewAttachments'],
      })
      return {state: 'done', resourceId: made.id}
    },
    groupOf: ({detail, ...step}) =>
      detail.kind === 'review-detail' ? null : files.groupOf({...step, detail}),
    settle: (group, pending) =>
      files.settle(
        group,
        pending.flatMap(({step: {detail, ...step}, resourceId}) =>
          detail.kind === 'review-detail' ? [] : [{step: {...step, detail}, resourceId}],
        ),
      ),
  }
}
