import {randomBytes} from 'node:crypto'

import type {Scenario} from '../../helpers/scenario.ts'

/** What a workflow step says to manage nothing but the packs. */
export const PACKS = {manage: 'background-assets'} as const

/** Where a file of a pack lies. */
export function pack(name: string): string {
  return `background-assets/${name}`
}

/** An archive: to the action, bytes. */
export function archive(bytes = 2000): Buffer {
  return randomBytes(bytes)
}

export function manifest(assetPackID: string, more: object = {}): string {
  return JSON.stringify({assetPackID, downloadPolicy: {onDemand: {}}, ...more}, null, 2)
}

/** A file of a version, as the store has it. */
export interface SeenFile {
  readonly type: string
  readonly fileName: string
  readonly state: string
}

/** The versions of every pack, with their files: `{Tutorial: [[{type: 'ASSET', …}]]}`. */
export function versions({simulator}: Scenario): Readonly<Record<string, readonly SeenFile[][]>> {
  const files = simulator.records('backgroundAssetUploadFiles')
  const all = simulator.records('backgroundAssetVersions')
  return Object.fromEntries(
    simulator.records('backgroundAssets').map(({id, attributes}) => [
      String(attributes['assetPackIdentifier']),
      all
        .filter(({related}) => related['backgroundAsset'] === id)
        .map((version) =>
          files
            .filter(({related}) => related['backgroundAssetVersion'] === version.id)
            .map((each) => ({
              type: String(each.attributes['assetType']),
              fileName: each.file?.fileName ?? '',
              state: each.file?.state ?? '',
            })),
        ),
    ]),
  )
}

/** Seeds a pack of the store. @returns the id of its record. */
export function addPack({simulator}: Scenario, id: string, archived = false): string {
  return simulator.addRecord({
    type: 'backgroundAssets',
    attributes: {assetPackIdentifier: id, archived},
    related: {app: simulator.appIds[0] ?? ''},
  })
}

/** Seeds a version of a pack, with its files. @param record - The id of the pack's record. */
export function addVersion(
  {simulator}: Scenario,
  record: string,
  number: number,
  {archive: own, manifest: sheet}: {readonly archive?: SeededFile; readonly manifest?: SeededFile},
): string {
  const id = simulator.addRecord({
    type: 'backgroundAssetVersions',
    attributes: {version: String(number), createdDate: new Date().toISOString()},
    related: {backgroundAsset: record},
  })
  simulator.addRecord({
    type: 'backgroundAssetVersionInternalBetaReleases',
    related: {backgroundAssetVersion: id},
  })
  const files = [
    ['MANIFEST', sheet],
    ['ASSET', own],
  ] as const
  for (const [assetType, file] of files) {
    if (file === undefined) continue
    simulator.addRecord({
      type: 'backgroundAssetUploadFiles',
      attributes: {assetType},
      related: {backgroundAssetVersion: id},
      file,
    })
  }
  return id
}

type SeededFile = NonNullable<Parameters<Scenario['simulator']['addRecord']>[0]['file']>
