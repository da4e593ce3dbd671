import {createHash, randomUUID} from 'node:crypto'
import {deliveryState} from '../store/delivery.ts'
import {resources} from '../http/resource-table.ts'
import type {DeliveryState, Entity, EntityType, Upload} from '../store/records.ts'
import {createUpload} from '../store/reservation.ts'
import type {AssetSeed} from '../store/seeds.ts'
import {memoryVessel} from '../store/vessel.ts'
import type {PartDigest} from '../store/vessel.ts'
import type {World} from '../store/world.ts'

/** A record that the store has from the start, or that a person makes in App Store Connect meanwhile. */
export interface RecordSeed {
  readonly type: EntityType
  /** Those that are missing are null. */
  readonly attributes?: Entity['attributes']
  /** Ids at the other end of the relationships that the record itself says. */
  readonly related?: Entity['related']
  readonly file?: Omit<AssetSeed, 'posterTimeCode'>
}

/** A record as a person sees it in App Store Connect, whatever lists lag behind. */
export interface ListedRecord extends Pick<Entity, 'id' | 'attributes' | 'related'> {
  readonly file: ListedFile | null
}

export interface ListedFile {
  readonly fileName: string
  readonly fileSize: number
  /** Of the received bytes; null before the commit. */
  readonly md5: string | null
  /** What the commit said; null before it. */
  readonly checksum: string | null
  /** Of the parts as they came, if nothing else was kept of them; else null. */
  readonly digests: readonly PartDigest[] | null
  readonly state: DeliveryState
}

/** Puts a record into the world. @returns its id. */
export function addRecord(world: World, seed: RecordSeed): string {
  const {type, attributes = {}, related = {}, file} = seed
  const upload = file === undefined ? null : plantFile(world, file)
  const id = upload?.id ?? randomUUID()
  const nulls = Object.fromEntries(resources[type].attributes.map((name) => [name, null]))
  world.store.entities.set(id, {
    id,
    type,
    visibleFrom: 0,
    attributes: {...(upload === null ? nulls : {}), ...attributes},
    related,
    upload,
  })
  return id
}

export function listRecords({store, settings}: World, type: EntityType): readonly ListedRecord[] {
  return [...store.entities.values()]
    .filter((each) => each.type === type)
    .map(({id, attributes, related, upload}) => ({
      id,
      attributes,
      related,
      file:
        upload === null
          ? null
          : {
              fileName: upload.fileName,
              fileSize: upload.fileSize,
              md5: upload.md5,
              checksum: upload.checksum,
              digests: upload.vessel.digests,
              state: deliveryState(upload, settings),
            },
    }))
}

function plantFile(world: World, seed: NonNullable<RecordSeed['file']>): Upload {
  const {fileName, bytes, size, errors = [], expires, state = 'COMPLETE'} = seed
  const fileSize = bytes?.byteLength ?? size ?? 1
  const md5 =
    bytes === undefined ? (seed.md5 ?? null) : createHash('md5').update(bytes).digest('hex')
  const upload: Upload = {
    ...createUpload(world, {fileName, fileSize, expires, visibleFrom: 0}),
    ...(bytes === undefined ? {} : {vessel: memoryVessel(fileSize, bytes)}),
  }
  if (state === 'AWAITING_UPLOAD') return upload
  upload.committedAt = world.settings.now()
  upload.checksum = seed.checksum === undefined ? md5 : seed.checksum
  upload.md5 = md5
  const later = upload.committedAt + world.settings.processingMilliseconds
  if (state === 'FAILED') upload.outcome = {state, at: 0, errors}
  else if (state === 'COMPLETE' || world.settings.processing !== 'never') {
    const at = state === 'COMPLETE' ? 0 : later
    upload.outcome = {state: 'COMPLETE', at, width: 1800, height: 1200, duration: null}
  }
  return upload
}
