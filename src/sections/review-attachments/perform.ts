import type {Performer, Work} from '../../core/section.ts'
import type {FileDetail} from '../../places/detail.ts'
import type {AttachmentDetail} from './detail.ts'
import type {Store} from '../../transfer/store.ts'
import {createReviewDetail} from './requests.ts'

/** Carries out the steps of the section. @param files - Carries out those of the files. */
export function performAttachments(
  {client, signal}: Pick<Store, 'client' | 'signal'>,
  {files, idOf}: Pick<Work<never, never, never>, 'idOf'> & {readonly files: Performer<FileDetail>},
): Performer<AttachmentDetail> {
  return {
    ...files,
    async perform({detail, ...step}) {
      return detail.kind === 'review-detail'
        ? {
            state: 'done',
            resourceId: await createReviewDetail(client, idOf(detail.version), signal),
          }
        : files.perform({...step, detail})
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
