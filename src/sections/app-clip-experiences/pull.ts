import path from 'node:path'

import {stringify} from 'yaml'

import {CLIP_IMAGE} from '../../apple/app-clips.ts'
import {readClips} from '../../clips/clips.ts'
import type {Clip} from '../../clips/clips.ts'
import {headerPath} from '../../clips/header-path.ts'
import type {HeaderPlace} from '../../clips/header-path.ts'
import type {Client} from '../../connect/client.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import {isRecord} from '../../core/json-values.ts'
import {NOTHING_PULLED} from '../../core/pulled.ts'
import type {Pulled, PulledFile} from '../../core/pulled.ts'
import type {Target} from '../../core/target.ts'
import {errorAt, noteAt} from '../../files/diagnostic-at.ts'
import {createFetchFile} from '../../pictures/fetch-file.ts'
import type {FetchFile} from '../../pictures/fetch-file.ts'
import {pictureContent} from '../../pictures/fetched-content.ts'
import {changesOf} from './differences.ts'
import {experienceSchema} from './folder/experience-schema.ts'
import type {ExperienceFile} from './folder/experience-schema.ts'
import {findExperiences} from './folder/find-experiences.ts'
import type {ExperiencesFolder} from './folder/find-experiences.ts'
import {FILE} from './folder/layout.ts'
import {readExperiences} from './stored-experiences.ts'
import type {StoredExperience} from './stored-experiences.ts'
import type {WantedExperience} from './wanted-experiences.ts'

export interface PullExperiencesOptions extends ExperiencesFolder {
  readonly client: Client
  readonly target: Target
  readonly signal: AbortSignal
}

type PulledExperience = Pick<Pulled, 'files' | 'unchanged' | 'diagnostics'>

/** The advanced experiences of all App Clips, each in a folder that is named after its link. */
export async function pullExperiences(options: PullExperiencesOptions): Promise<Pulled> {
  const {client, target, signal, workspace, path: root} = options
  const {id} = await target.app()
  const clips = await readClips(client, id)
  const {wanted} = await findExperiences(options, signal)
  const declared = wanted.clips.flatMap(({experiences}) => experiences)
  const byLink = new Map(declared.map((each) => [each.declared.link, each]))
  const fetchFile = createFetchFile()
  const read = await Promise.all(
    clips.map(async (clip) => {
      const folder = clips.length === 1 ? root : path.posix.join(root, folderName(clip))
      const names = new Set<string>()
      return (await readExperiences(client, clip)).map(async (stored) => {
        const place = {workspace, folder: path.posix.join(folder, nameOf(stored.link, names))}
        const there = byLink.get(stored.link)
        return there === undefined ? pullOne(stored, place, fetchFile) : compared(stored, there)
      })
    }),
  )
  const pulled = await Promise.all(read.flat())
  return {
    ...NOTHING_PULLED,
    files: pulled.flatMap(({files}) => files),
    unchanged: pulled.reduce((sum, {unchanged}) => sum + unchanged, 0),
    diagnostics: pulled.flatMap(({diagnostics}) => diagnostics),
  }
}

/** The bundle ID as a name that leads nowhere else. */
function folderName({bundleId, id}: Clip): string {
  return /^[\w-]+(?:\.[\w-]+)+$/u.test(bundleId) ? bundleId : `clip.${id}`
}

/** A name of letters, digits and hyphens that no other experience has. @param names - Grows by the result. */
function nameOf(link: string, names: Set<string>): string {
  const {pathname = '', hostname = ''} = URL.parse(link) ?? {}
  const words = (pathname.length > 1 ? pathname : hostname)
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/gu, '-')
    .replaceAll(/^-|-$/gu, '')
    .slice(0, LONGEST_NAME)
  const base = words === '' ? 'experience' : words
  let name = base
  for (let number = 2; names.has(name); number += 1) name = `${base}-${number}`
  names.add(name)
  return name
}

/** In characters. */
const LONGEST_NAME = 60

/** What the folder already has, wherever it is, stays as it is. */
function compared(
  stored: StoredExperience,
  {declared, file, lineOf}: WantedExperience,
): PulledExperience {
  const [first] = changesOf(declared, stored)
  return first === undefined
    ? {files: [], unchanged: 1, diagnostics: []}
    : {files: [], unchanged: 0, diagnostics: [differs(file, lineOf(first))]}
}

async function pullOne(
  stored: StoredExperience,
  place: HeaderPlace,
  fetchFile: FetchFile,
): Promise<PulledExperience> {
  const {folder} = place
  const declared = declaredBy(stored)
  const picture = stored.image?.image ?? null
  if (declared === null || stored.image === null || picture === null) {
    return {files: [], unchanged: 0, diagnostics: [leftOut(folder, stored.link)]}
  }
  const file = {
    path: await headerPath(stored.image.fileName, place),
    md5: stored.image.md5,
    maximumSize: CLIP_IMAGE.maximumFileSize,
  }
  const own = {noun: 'App Clip experience', locale: null}
  const files: readonly PulledFile[] = [
    {...own, path: `${folder}/${FILE}`, content: {text: stringify(declared, {lineWidth: 0})}},
    {
      noun: 'App Clip image',
      locale: null,
      path: file.path,
      content: pictureContent(picture, file, fetchFile),
    },
  ]
  return {files, unchanged: 0, diagnostics: []}
}

/** @returns null if a file cannot declare it. */
function declaredBy({link, attributes, localizations}: StoredExperience): ExperienceFile | null {
  const {isPoweredBy, defaultLanguage, action, businessCategory, place} = attributes
  const all = {link, isPoweredBy, defaultLanguage, action, businessCategory, place, localizations}
  const {data = null} = experienceSchema.safeParse(withoutNulls(all))
  return data
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (!isRecord(value)) return value
  const set = Object.entries(value).filter(([, each]) => each !== null && each !== undefined)
  return Object.fromEntries(set.map(([key, each]) => [key, withoutNulls(each)]))
}

function differs(file: string, line: number): Diagnostic {
  return errorAt(file, {
    line,
    code: 'would-overwrite',
    what: 'does not have the App Clip experience as App Store Connect has it, and a pull overwrites no file',
    next: 'remove its folder to take what App Store Connect has, or let `root` name another folder',
  })
}

function leftOut(folder: string, link: string): Diagnostic {
  return noteAt(folder, {
    code: 'not-pulled',
    what: `is left out, because App Store Connect has no image for the App Clip experience of ${link}, or something that a file cannot declare`,
    next: '',
  })
}
