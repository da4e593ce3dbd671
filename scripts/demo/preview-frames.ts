import sharp from 'sharp'
import type {Sharp} from 'sharp'
import {picture, SCENES} from './pictures.ts'
import type {Canvas} from './pictures.ts'
import type {Words} from './words.ts'

export const VIDEO: Canvas = {width: 886, height: 1920, device: 'phone'}
export const FRAME_RATE = 30
export const SECONDS = 16

export const FRAMES = SECONDS * FRAME_RATE
const FRAMES_OF_SCENE = FRAMES / SCENES.length

/** A frame of the demo's app preview: its scenes one after the other, each drawing itself and then standing still. */
export interface Frame {
  /** Whether it looks the same as the one before it. */
  readonly isRepeated: boolean
  readonly draw: () => Sharp
}

/** @param index - From 0. */
export function previewFrame(words: Words, index: number): Frame {
  const inScene = index % FRAMES_OF_SCENE
  const progress = progressAt(inScene)
  const scene = SCENES[Math.floor(index / FRAMES_OF_SCENE)] ?? 'week'
  return {
    isRepeated: inScene > 0 && progressAt(inScene - 1) === progress,
    draw: () => sharp(Buffer.from(picture(scene, words, VIDEO, 1 - (1 - progress) ** 3))).flatten(),
  }
}

function progressAt(inScene: number): number {
  return Math.min(1, (inScene / FRAMES_OF_SCENE) * 1.6)
}
