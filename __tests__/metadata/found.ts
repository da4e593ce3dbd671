import {rm} from 'node:fs/promises'

import {jest} from '@jest/globals'

import type {Diagnostic} from '../../src/core/diagnostic.ts'
import {findMetadata} from '../../src/metadata/find-metadata.ts'
import type {FoundMetadata, MetadataOptions} from '../../src/metadata/find-metadata.ts'
import {folderWith} from '../helpers/media.ts'
import type {TreeEntry} from '../helpers/media.ts'

export type FindOptions = Partial<
  Pick<MetadataOptions, 'folder' | 'config' | 'locales' | 'env' | 'addSecret'>
>

const workspaces: string[] = []

/** Removes what {@link find} has made. */
export async function removeWorkspaces(): Promise<void> {
  await Promise.all(workspaces.splice(0).map((each) => rm(each, {recursive: true})))
}

/** Reads what the files of a new workspace declare. */
export async function find(
  entries: Readonly<Record<string, TreeEntry>>,
  options: FindOptions = {},
): Promise<FoundMetadata> {
  const workspace = await folderWith(entries)
  workspaces.push(workspace)
  // Discovery writes debug lines.
  const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true)
  try {
    return await findMetadata(
      {
        workspace,
        folder: {path: 'metadata', optional: true},
        config: {path: 'app-store.yml', optional: true},
        locales: [],
        env: {},
        addSecret: () => {},
        ...options,
      },
      new AbortController().signal,
    )
  } finally {
    write.mockRestore()
  }
}

/** What is wrong, each as `error text-too-long metadata/en-US/keywords.txt:1`. */
export async function told(
  entries: Readonly<Record<string, TreeEntry>>,
  options: FindOptions = {},
): Promise<readonly string[]> {
  return (await find(entries, options)).diagnostics.map(short)
}

export function short({severity, code, about}: Diagnostic): string {
  const place = about !== null && 'path' in about ? about : null
  const line = place?.line === undefined ? '' : `:${place.line}`
  return `${severity} ${code} ${place?.path}${line}`
}

/** Every declared text, such as `en-US/description: text`. */
export function declaredTexts({metadata}: FoundMetadata): readonly string[] {
  return [...metadata.texts].flatMap(([locale, texts]) =>
    [...texts].map(([attribute, {value}]) => `${locale}/${attribute}: ${value}`),
  )
}
