import path from 'node:path'
import {commitUpload} from '../media/writing-assets.ts'
import {processUpload} from '../media/processing.ts'
import {invalidAttribute, methodNotAllowed, stateError} from '../http/refusal.ts'
import {attribute, ownId, relatedId, text} from '../http/request-body.ts'
import {member} from '../http/route-class.ts'
import type {EntityType} from '../store/records.ts'
import {createUpload} from '../store/reservation.ts'
import {entitiesOf, entityOf} from '../store/store.ts'
import type {World} from '../store/world.ts'
import {requireChangeable, requireRecord} from './changeable.ts'
import {requireManifestFirst, requireUnpublished} from './background-assets.ts'
import {fileKinds} from './file-kinds.ts'
import type {FileKind} from './file-kinds.ts'

/** POST of a file: step 1 of Apple's page on uploading assets. */
export function reserveFile(world: World, type: EntityType, body: unknown): string {
  const {store, settings} = world
  const kind = kindOf(type)
  const fileName = text(body, 'fileName') ?? ''
  const fileSize = Number(attribute(body, 'fileSize'))
  const assetType = text(body, 'assetType')
  const related = kind.parent === null ? {} : linkTo(world, kind.parent, body)
  requireChangeable(world, {related})
  if (kind.extensions?.includes(path.extname(fileName).toLowerCase()) === false) {
    throw invalidAttribute('fileName', `'${fileName}' has no accepted file extension`)
  }
  if (fileSize < 1 || fileSize > kind.largest) {
    throw invalidAttribute('fileSize', `The file size must be between 1 and ${kind.largest}`)
  }
  if (type === 'backgroundAssetUploadFiles') requireUnpublished(world, related)
  const siblings = Object.entries(related)
    .flatMap(([relationship, id]) => entitiesOf(store, type, relationship, id))
    .filter(({attributes}) => (attributes['assetType'] ?? null) === assetType)
  if (siblings.length >= kind.most) throw stateError(`There is one of the ${type} already`)
  const visibleFrom = settings.now() + settings.listLagMilliseconds
  const upload = createUpload(world, {fileName, fileSize, visibleFrom})
  store.entities.set(upload.id, {
    id: upload.id,
    type,
    visibleFrom,
    attributes: assetType === null ? {} : {assetType},
    related,
    upload,
  })
  return upload.id
}

/** PATCH of a file: the commit, step 3. */
export function commitFile(world: World, type: EntityType, id: string, body: unknown): void {
  const file = entityOf(world.store, type, id)
  const {upload} = file
  if (upload === null) throw new Error(`${type} have a file.`)
  if (ownId(body) !== id) throw stateError('The id in the body is not the id in the path')
  requireChangeable(world, file)
  if (attribute(body, 'uploaded') !== true) {
    throw invalidAttribute('uploaded', 'Uploaded flag is not set!')
  }
  if (type === 'backgroundAssetUploadFiles') requireManifestFirst(world, file)
  commitUpload(world, upload, checksumIn(body))
  const {judge} = kindOf(type)
  processUpload(world, upload, async () =>
    world.settings.processing === 'accept'
      ? {state: 'COMPLETE', width: 0, height: 0, duration: null}
      : judge(upload),
  )
}

/** DELETE of a file, in whatever state. */
export function deleteFile(world: World, type: EntityType, id: string): void {
  const file = entityOf(world.store, type, id)
  if (!kindOf(type).isDeletable) throw methodNotAllowed(type, 'DELETE', [])
  requireChangeable(world, file)
  world.store.entities.delete(id)
}

/** By name of the algorithm, or MD5. */
function checksumIn(body: unknown) {
  const file = member(attribute(body, 'sourceFileChecksums'), 'file')
  const hash = member(file, 'hash')
  if (typeof hash !== 'string') return {checksum: text(body, 'sourceFileChecksum')}
  const algorithm = member(file, 'algorithm') === 'SHA_256' ? 'SHA_256' : 'MD5'
  return {checksum: hash, algorithm} as const
}

function linkTo(
  world: World,
  {relationship, type}: NonNullable<FileKind['parent']>,
  body: unknown,
): Readonly<Record<string, string>> {
  const id = relatedId(body, relationship) ?? ''
  requireRecord(world, type, id)
  return {[relationship]: id}
}

function kindOf(type: EntityType): FileKind {
  const kind = fileKinds[type]
  if (kind === undefined) throw new Error(`${type} have no file.`)
  return kind
}
