import type {Reference, Subject} from '../../../core/step.ts'
import {reasonToUpload} from '../../../places/steps.ts'
import type {Needs} from '../../../places/steps.ts'
import type {ActualAsset, DesiredFile, DesiredSet, Poster} from '../listing.ts'
import type {DeleteCause, DeleteStep, OrderStep, PosterStep, SetStep, UploadStep} from './detail.ts'

const ONE_WRITE = {writes: 1, bytes: 0} as const

export function createSetStep(set: DesiredSet, needs: Needs): SetStep {
  return {
    id: createSetStepId(set.id),
    section: 'media',
    action: 'create',
    needs,
    subject: subjectInSet(set, 'set', ''),
    before: null,
    after: null,
    reason: 'The locale does not have this set yet',
    cost: ONE_WRITE,
    resource: null,
    detail: {kind: 'set', ...setFields(set)},
  }
}

/** The id of the step that creates a set. */
export function createSetStepId(set: string): string {
  return `create-set:${set}`
}

const REASON_TO_DELETE: Readonly<Record<DeleteCause, string>> = {
  dead: 'Left over from a failed or unfinished upload',
  room: 'The set is full, and the new files need room',
  superseded: 'Replaced by a file of the same name',
  pruned: 'Has no matching file',
}

export function deleteStep(
  set: DesiredSet,
  asset: ActualAsset,
  cause: DeleteCause,
  needs: Needs,
): DeleteStep {
  return {
    id: `delete:${set.id}/${asset.id}`,
    section: 'media',
    action: 'delete',
    needs,
    subject: subjectInSet(set, set.medium, asset.fileName),
    before: asset.image === null ? null : {picture: {asset: asset.id}},
    after: null,
    reason: REASON_TO_DELETE[cause],
    cost: ONE_WRITE,
    resource: {id: asset.id},
    detail: {kind: 'delete', ...setFields(set), assetId: asset.id, md5: asset.md5, cause},
  }
}

export function uploadStep(
  set: DesiredSet,
  file: DesiredFile,
  {replaced, resumes, needs}: {replaced: ActualAsset | null; resumes: string | null; needs: Needs},
): UploadStep {
  return {
    id: uploadStepId(set, file),
    section: 'media',
    action: replaced === null ? 'upload' : 'replace',
    needs,
    subject: {...subjectInSet(set, set.medium, file.name), file: {path: file.path}},
    before: replaced === null || replaced.image === null ? null : {picture: {asset: replaced.id}},
    after: {picture: {file: file.path}},
    reason: reasonToUpload(replaced, resumes),
    cost: {writes: resumes === null ? 2 : 1, bytes: file.content.size},
    resource: resumes === null ? null : {id: resumes},
    detail: {
      kind: 'upload',
      ...setFields(set),
      path: file.path,
      content: file.content,
      mimeType: file.mimeType,
      resumes,
    },
  }
}

/** The id of the step that uploads a file. */
export function uploadStepId(set: DesiredSet, file: DesiredFile): string {
  return `upload:${set.id}/${file.name}`
}

export function posterStep(
  set: DesiredSet,
  file: DesiredFile,
  poster: Poster,
  {asset, shown}: {readonly asset: Reference; readonly shown: string | null},
): PosterStep {
  const isNew = 'step' in asset
  return {
    id: `set-poster:${set.id}/${file.name}`,
    section: 'media',
    action: 'update',
    needs: isNew ? [asset.step] : [],
    subject: {...subjectInSet(set, 'poster frame', file.name), file: {path: file.path}},
    before: shown === null ? null : {text: shown},
    after: {text: poster.timeCode},
    reason: isNew ? 'The new video has a poster frame in the folder' : 'Poster frame changed',
    cost: ONE_WRITE,
    resource: asset,
    detail: {kind: 'poster', ...setFields(set), asset, timeCode: poster.timeCode},
  }
}

export function orderStep(
  set: DesiredSet,
  order: OrderStep['detail']['order'],
  needs: Needs,
): OrderStep {
  return {
    id: `reorder:${set.id}`,
    section: 'media',
    action: 'order',
    needs,
    subject: subjectInSet(set, 'set', ''),
    before: null,
    after: {order: set.files.map(({name}) => name)},
    reason: 'Order changed',
    cost: ONE_WRITE,
    resource: null,
    detail: {kind: 'order', ...setFields(set), order},
  }
}

/** The subject of a step or settled item in a set. */
export function subjectInSet({id, locale}: DesiredSet, noun: string, name: string): Subject {
  return {noun, name, locale, place: id, file: null}
}

function setFields({id, medium, locale, type}: DesiredSet) {
  return {set: id, medium, locale, type} as const
}
