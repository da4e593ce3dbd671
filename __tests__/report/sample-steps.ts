import type {Settled} from '../../src/core/plan.ts'
import type {Step, Subject} from '../../src/core/step.ts'
import type {StorePicture, PixelSize} from '../../src/core/vocabulary.ts'

/** Files of one locale and type. */
export interface SampleSet {
  readonly id: string
  readonly locale: string
  readonly type: string
  readonly folder: string
  readonly files: readonly SampleFile[]
}

export interface SampleFile {
  readonly name: string
  readonly path: string
  readonly content: {readonly size: number; readonly md5: string; readonly sha256: string}
  readonly pixels: PixelSize | null
}

/** Something that the store has. */
export interface SampleAsset {
  readonly id: string
  readonly fileName: string
  readonly md5: string
  readonly image: StorePicture
}

/** A step with nothing in it but what is said. */
export function stepOf(step: Pick<Step, 'id' | 'action' | 'subject'> & Partial<Step>): Step {
  return {
    section: 'media',
    needs: [],
    before: null,
    after: null,
    reason: 'The store does not have it',
    cost: {writes: 1, bytes: 0},
    resource: null,
    detail: null,
    ...step,
  }
}

export function createSet(set: SampleSet): Step {
  return stepOf({id: `create-set:${set.id}`, action: 'create', subject: subjectOf(set, 'set', '')})
}

export function upload(set: SampleSet, file: SampleFile, action: 'upload' | 'replace'): Step {
  return stepOf({
    id: uploadId(set, file),
    action,
    subject: {...subjectOf(set, 'screenshot', file.name), file: {path: file.path}},
    after: {picture: {file: file.path}},
    cost: {writes: 2, bytes: file.content.size},
  })
}

export function deletion(set: SampleSet, asset: SampleAsset): Step {
  return stepOf({
    id: deleteId(set, asset),
    action: 'delete',
    subject: subjectOf(set, 'screenshot', asset.fileName),
    before: {picture: {asset: asset.id}},
    resource: {id: asset.id},
  })
}

export function reorder(set: SampleSet): Step {
  return stepOf({
    id: `reorder:${set.id}`,
    action: 'order',
    subject: subjectOf(set, 'set', ''),
    after: {order: set.files.map(({name}) => name)},
  })
}

export function settledOf(
  set: SampleSet,
  state: Settled['state'],
  asset: SampleAsset | undefined,
  file: SampleFile | null = null,
): Settled {
  const subject = subjectOf(set, 'screenshot', file?.name ?? asset?.fileName ?? '')
  return {
    section: 'media',
    state,
    subject: {...subject, file: file === null ? null : {path: file.path}},
    resourceId: asset?.id ?? null,
  }
}

function subjectOf({id, locale}: SampleSet, noun: string, name: string): Subject {
  return {noun, name, locale, place: id, file: null}
}

export function uploadId(set: SampleSet, {name}: SampleFile): string {
  return `upload:${set.id}/${name}`
}

export function deleteId(set: SampleSet, {id}: SampleAsset): string {
  return `delete:${set.id}/${id}`
}
