import path from 'node:path'

import {CLIP_IMAGE} from '../../apple/app-clips.ts'
import {readClips} from '../../clips/clips.ts'
import type {Clip} from '../../clips/clips.ts'
import {headerPath} from '../../clips/header-path.ts'
import type {Client} from '../../connect/client.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import {NOTHING_PULLED} from '../../core/pulled.ts'
import type {Pulled, PulledFile} from '../../core/pulled.ts'
import type {Target} from '../../core/target.ts'
import {exists} from '../../files/discover/inspect-path.ts'
import {localeOf} from '../../files/locale-folder.ts'
import {storedText} from '../../files/stored-text.ts'
import {createFetchFile} from '../../pictures/fetch-file.ts'
import type {FetchFile} from '../../pictures/fetch-file.ts'
import {notShownYet, pictureContent} from '../../pictures/fetched-content.ts'
import {ACTION, SUBTITLE} from './folder/layout.ts'
import type {CardFolder} from './folder/find-card.ts'
import {readLocalizations} from './read-localizations.ts'
import type {StoredLocale} from './read-localizations.ts'
import {asCard, readClipOf} from './requests.ts'
import type {Card} from './requests.ts'

export interface PullCardOptions extends Pick<CardFolder, 'workspace' | 'path' | 'locales'> {
  readonly client: Client
  readonly target: Target
}

/** The App Clip card of the version: its action, and its subtitle and image in each locale. */
export async function pullCard(options: PullCardOptions): Promise<Pulled> {
  const {client, target, locales} = options
  const [app, part] = await Promise.all([target.app(), target.part('appClipDefaultExperience')])
  if (part === null) return NOTHING_PULLED
  const card = asCard(part)
  const folder = await folderOf(options, card, await readClips(client, app.id))
  const isWanted = (locale: string) =>
    localeOf(locale) === locale && (locales.length === 0 || locales.includes(locale))
  const localizations = await readLocalizations(client, card.id, isWanted)
  const fetchFile = createFetchFile()
  const {workspace} = options
  const pulled = await Promise.all(
    localizations.map((each) => pullLocale(each, {workspace, folder, fetchFile})),
  )
  const text = card.action === null ? null : `${card.action}\n`
  return {
    ...NOTHING_PULLED,
    files: [
      ...(text === null
        ? []
        : [{path: `${folder}/${ACTION}`, noun: 'App Clip text', locale: null, content: {text}}]),
      ...pulled.flatMap(({files}) => files),
    ],
    diagnostics: pulled.flatMap(({diagnostics}) => diagnostics),
  }
}

/** What can be the name of a folder. */
const BUNDLE_ID = /^[\w-]+(?:\.[\w-]+)+$/u

/** A folder is named after its App Clip if the app has several, or somebody has named it so. */
async function folderOf(
  {client, workspace, path: root}: PullCardOptions,
  card: Card,
  clips: readonly Clip[],
): Promise<string> {
  const [first, second] = clips
  const owner = second === undefined ? first?.id : await readClipOf(client, card)
  const bundleId = clips.find(({id}) => id === owner)?.bundleId ?? ''
  if (!BUNDLE_ID.test(bundleId)) return root
  const named = path.posix.join(root, bundleId)
  return second !== undefined || (await exists(path.join(workspace, named))) ? named : root
}

type PulledLocale = Pick<Pulled, 'files' | 'diagnostics'>

interface CardPlace {
  /** Absolute. */
  readonly workspace: string
  /** Of the card, relative to the workspace. */
  readonly folder: string
  readonly fetchFile: FetchFile
}

async function pullLocale(
  {locale, subtitle, header}: StoredLocale,
  {workspace, folder, fetchFile}: CardPlace,
): Promise<PulledLocale> {
  const text = storedText(subtitle)
  const place = `${folder}/${locale}`
  const files: PulledFile[] = []
  const diagnostics: Diagnostic[] = []
  if (text !== null) {
    const content = {text: `${text}\n`}
    files.push({path: `${place}/${SUBTITLE}`, noun: 'App Clip text', locale, content})
  }
  if (header !== null) {
    const file = {
      path: await headerPath(header.fileName, {workspace, folder: place}),
      md5: header.md5,
      maximumSize: CLIP_IMAGE.maximumFileSize,
    }
    if (header.image === null) diagnostics.push(notShownYet(file.path))
    else {
      const content = pictureContent(header.image, file, fetchFile)
      files.push({path: file.path, noun: 'App Clip image', locale, content})
    }
  }
  return {files, diagnostics}
}
