import {UPLOAD_RESOURCES} from '../apple/upload-resources.ts'
import type {Step, Subject} from '../core/step.ts'
import type {StoredFile} from '../transfer/stored-file.ts'
import type {FileDeletion, FileUpload} from './detail.ts'
import type {Place, WantedFile} from './place.ts'

/** Ids of the steps that must be done first. */
export type Needs = readonly string[]

const REASON_TO_DELETE: Readonly<Record<FileDeletion['cause'], string>> = {
  dead: 'Left over from a failed or unfinished upload',
  superseded: 'Replaced by a file of the folder',
  pruned: 'Has no matching file',
}

/** The step that deletes a file, or a place reserved for one. @param needs - Ids of the steps that must be done first. */
export function deleteFileStep(
  place: Place,
  stored: StoredFile,
  cause: FileDeletion['cause'],
  needs: Needs,
): Step<FileDeletion> {
  const {name, section, family} = place
  const {id, fileName, md5, image} = stored
  return {
    id: `delete:${name}/${id}`,
    section,
    action: 'delete',
    needs,
    subject: subjectIn(place, fileName),
    before: image === null ? null : {picture: {asset: id}},
    after: null,
    reason: REASON_TO_DELETE[cause],
    cost: {writes: 1, bytes: 0},
    resource: {id},
    detail: {kind: 'delete', place: name, family, assetId: id, md5, cause},
  }
}

/** How a file comes into a place. */
export interface UploadOptions {
  /** What the file replaces, or null. */
  readonly replaced: StoredFile | null
  /** Apple's id of a reservation to fill, or null. */
  readonly resumes: string | null
  readonly needs: Needs
}

/** The step that sends a file. */
export function uploadFileStep(
  place: Place,
  file: WantedFile,
  {replaced, resumes, needs}: UploadOptions,
): Step<FileUpload> {
  const {path, content, mimeType} = file
  const {name, section, family, parent} = place
  const isPicture = UPLOAD_RESOURCES[family].pictures.length > 0
  return {
    id: uploadFileStepId(name, file),
    section,
    action: replaced === null ? 'upload' : 'replace',
    needs,
    subject: {...subjectIn(place, file.name), file: {path}},
    before: replaced === null || replaced.image === null ? null : {picture: {asset: replaced.id}},
    after: isPicture ? {picture: {file: path}} : null,
    reason: reasonToUpload(replaced, resumes),
    cost: {writes: resumes === null ? 2 : 1, bytes: content.size},
    resource: resumes === null ? null : {id: resumes},
    detail: {kind: 'upload', place: name, family, parent, path, content, mimeType, resumes},
  }
}

/** @param place - Its name. */
export function uploadFileStepId(place: string, {name}: Pick<WantedFile, 'name'>): string {
  return `upload:${place}/${name}`
}

/**
 * Why a file is sent.
 *
 * @param replaced - What it replaces, or null.
 * @param resumes - Apple's id of a reservation to fill, or null.
 */
export function reasonToUpload(
  replaced: Pick<StoredFile, 'md5'> | null,
  resumes: string | null,
): string {
  if (resumes !== null) return 'An interrupted run began this upload'
  if (replaced === null) return 'Not in App Store Connect yet'
  return replaced.md5 === null
    ? 'App Store Connect shows no checksum for the file of this name'
    : 'Content changed'
}

/** The subject of a step or settled item in a place. */
export function subjectIn({noun, locale, name: place}: Place, name: string): Subject {
  return {noun, name, locale, place, file: null}
}
