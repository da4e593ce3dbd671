import {execFileSync} from 'node:child_process'
import {mkdir, mkdtemp, readFile, realpath, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import sharp from 'sharp'

/** What lies at a path: bytes or text of a file, or a link, a pipe, an empty folder. */
export type TreeEntry =
  | Buffer
  | string
  | {readonly linkTo: string}
  | {readonly pipe: true}
  | {readonly folder: true}

interface ImageOptions {
  readonly alpha?: boolean
  readonly format?: 'png' | 'jpeg' | 'webp' | 'gif'
  /** Images of different colours have different bytes. */
  readonly colour?: string
}

const made = new Map<string, Promise<Buffer>>()

/** A real image of one colour; the default is what `iphone-6.9` takes. */
export function image(width = 1290, height = 2796, options: ImageOptions = {}): Promise<Buffer> {
  const {alpha = false, format = 'png', colour = '#336699'} = options
  const key = JSON.stringify([width, height, alpha, format, colour])
  const known = made.get(key)
  if (known !== undefined) return known

  const background = alpha ? {r: 51, g: 102, b: 153, alpha: 0.5} : colour
  const picture = sharp({create: {width, height, channels: alpha ? 4 : 3, background}})
  const buffer = picture.toFormat(format, format === 'png' ? {compressionLevel: 2} : {}).toBuffer()
  made.set(key, buffer)
  return buffer
}

/** A real image whose every pixel is opaque, with an alpha channel nevertheless. */
export function opaqueAlpha(width: number, height: number): Promise<Buffer> {
  const background = {r: 51, g: 102, b: 153, alpha: 1}
  return sharp({create: {width, height, channels: 4, background}})
    .png()
    .toBuffer()
}

/** A video that `scripts/make-fixtures.sh` made. */
export function video(name: string): Promise<Buffer> {
  return readFile(path.join(import.meta.dirname, '../fixtures', name))
}

/** A new folder with these entries; the result is its absolute path without links. */
export async function folderWith(entries: Readonly<Record<string, TreeEntry>>): Promise<string> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'media-')))
  await putInto(folder, entries)
  return folder
}

/** Puts entries into a folder, over what is there. */
export async function putInto(
  folder: string,
  entries: Readonly<Record<string, TreeEntry>>,
): Promise<void> {
  for (const [name, entry] of Object.entries(entries)) {
    const file = path.join(folder, name)
    // oxlint-disable-next-line no-await-in-loop -- a link may follow what it leads to
    await mkdir(path.dirname(file), {recursive: true})
    // oxlint-disable-next-line no-await-in-loop
    await put(file, entry)
  }
}

async function put(file: string, entry: TreeEntry): Promise<void> {
  if (typeof entry === 'string' || Buffer.isBuffer(entry)) await writeFile(file, entry)
  else if ('linkTo' in entry) await symlink(entry.linkTo, file)
  else if ('pipe' in entry) execFileSync('mkfifo', [file])
  else await mkdir(file, {recursive: true})
}
