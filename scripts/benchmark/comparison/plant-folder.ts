import {readFile} from 'node:fs/promises'

import type {AppSeed} from '../../../simulator/store/seeds.ts'
import {readFolder} from './folder.ts'

/** @returns an app whose version 1.0.0 has what a folder has. */
export async function plantFolder(workspace: string): Promise<AppSeed> {
  const sets = await readFolder(workspace)
  const localizations = [...Map.groupBy(sets, ({locale}) => locale)].map(
    async ([locale, ofLocale]) => ({
      locale,
      sets: await Promise.all(
        ofLocale.map(async ({type, files}) => ({
          type,
          assets: await Promise.all(
            files.map(async ({fileName, path}) => ({fileName, bytes: await readFile(path)})),
          ),
        })),
      ),
    }),
  )
  return {
    bundleId: 'com.example.app',
    versions: [{versionString: '1.0.0', localizations: await Promise.all(localizations)}],
  }
}
