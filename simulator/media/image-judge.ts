import sharp from 'sharp'
import {rejected} from './verdict.ts'
import type {Verdict} from './verdict.ts'
import type {Vessel} from '../store/vessel.ts'

/** Judges a screenshot by its pixels. The codes are those that public reports quote. */
export async function judgeImage(
  vessel: Vessel,
  {images, alpha}: {readonly images: readonly string[]; readonly alpha: boolean},
  opaqueAlpha: 'accept' | 'refuse',
): Promise<Verdict> {
  const bytes = (await vessel.bytes()) ?? new Uint8Array(0)
  const facts = await readFacts(bytes)
  // No report names the code of an unreadable image; the name is the simulator's.
  if (facts === null) return rejected('IMAGE_UNREADABLE')
  const {width, height, hasAlpha} = facts
  const isRefused =
    hasAlpha && !alpha && (opaqueAlpha === 'refuse' || !(await sharp(bytes).stats()).isOpaque)
  const codes = [
    ...(images.includes(`${width}x${height}`) ? [] : ['IMAGE_INCORRECT_DIMENSIONS']),
    ...(isRefused ? ['IMAGE_ALPHA_NOT_ALLOWED'] : []),
  ]
  return codes.length === 0
    ? {state: 'COMPLETE', width, height, duration: null}
    : rejected(...codes)
}

async function readFacts(
  bytes: Uint8Array,
): Promise<{width: number; height: number; hasAlpha: boolean} | null> {
  try {
    const image = sharp(bytes, {failOn: 'warning', limitInputPixels: 100_000_000})
    const {width, height, format, hasAlpha} = await image.metadata()
    // Metadata comes from the header alone: a truncated file shows only when it is decoded.
    await image.clone().resize(8, 8, {fastShrinkOnLoad: false}).raw().toBuffer()
    return format === 'png' || format === 'jpeg' ? {width, height, hasAlpha} : null
  } catch {
    return null
  }
}
