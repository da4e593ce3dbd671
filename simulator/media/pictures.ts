import sharp from 'sharp'
import type {Answer} from '../http/answer.ts'
import type {Upload} from '../store/records.ts'
import {uploadOf} from '../store/store.ts'
import type {World} from '../store/world.ts'

const pattern = /^\/image\/(?<id>[^/]+)\/(?<width>\d+)x(?<height>\d+)bb\.(?<format>png|jpg)$/u

/** Serves `imageAsset.templateUrl` with its places filled in; null when there is no such picture. */
export async function servePicture(world: World, path: string): Promise<Answer | null> {
  const {id = '', width, height, format} = pattern.exec(path)?.groups ?? {}
  const asset = uploadOf(world.store, id)
  if (asset === undefined) return null
  const box = {width: clamp(width), height: clamp(height), fit: 'inside'} as const
  const source = await pictureOf(asset)
  const body = await sharp(source)
    .resize(box)
    .toFormat(format === 'png' ? 'png' : 'jpeg')
    .toBuffer()
  return {
    status: 200,
    headers: {'Content-Type': format === 'png' ? 'image/png' : 'image/jpeg'},
    body,
  }
}

/** The uploaded picture itself; for videos, and for bytes that were not kept, a plain poster with the name. */
async function pictureOf(
  asset: Upload & {readonly medium?: string; readonly posterTimeCode?: string | null},
): Promise<Uint8Array> {
  const bytes = asset.medium === 'preview' ? null : await asset.vessel.bytes()
  const readable = bytes !== null && (await isReadable(bytes))
  if (readable) return bytes
  const {outcome} = asset
  const {width, height} =
    outcome?.state === 'COMPLETE' && outcome.width > 0 ? outcome : {width: 886, height: 1920}
  const size = Math.round(Math.min(width, height) / 20)
  const title = `${asset.fileName} ${asset.posterTimeCode ?? ''}`.replaceAll(/[^\w .:-]/gu, '?')
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
      '<rect width="100%" height="100%" fill="#3a5a78"/>' +
      `<text x="50%" y="50%" fill="white" font-size="${size}" text-anchor="middle">${title}</text></svg>`,
  )
}

async function isReadable(bytes: Uint8Array): Promise<boolean> {
  return sharp(bytes)
    .metadata()
    .then(
      () => true,
      () => false,
    )
}

function clamp(pixels: string | undefined): number {
  return Math.min(4000, Math.max(1, Number(pixels ?? 1)))
}
