import type {UploadResource} from '../apple/upload-resources.ts'
import type {Resource} from '../connect/document.ts'
import {readStoredFile} from '../transfer/stored-file.ts'
import type {StoredFile} from '../transfer/stored-file.ts'

/** Converts an image that came with what it belongs to. Null stays null. */
export function readStoredImage(
  resource: UploadResource,
  image: Resource | null,
): StoredFile | null {
  if (image === null) return null
  const {type, id, attributes} = image
  const shown = typeof attributes === 'object' ? attributes : null
  return readStoredFile(resource, {type, id, attributes: shown})
}
