import type {PngLayout} from './layout.ts'
import type {PngRow} from './rows.ts'

/** What a filter makes of alpha bytes that are all 255: in a row's first pixel, and in every other one. */
interface Filtered {
  readonly first: number
  readonly others: number
}

/**
 * By the number of the filter: none, sub, up, average, Paeth (PNG, chapter 9.2). Above the first row, and left of the
 * first pixel, filters see 0.
 */
const OPAQUE: Readonly<Record<'firstRow' | 'laterRow', readonly Filtered[]>> = {
  firstRow: [
    {first: 255, others: 255},
    {first: 255, others: 0},
    {first: 255, others: 255},
    {first: 255, others: 128},
    {first: 255, others: 0},
  ],
  laterRow: [
    {first: 255, others: 255},
    {first: 255, others: 0},
    {first: 0, others: 0},
    {first: 128, others: 0},
    {first: 0, others: 0},
  ],
}

/**
 * Makes the function that tells whether a row of an image with an alpha channel has a transparent pixel, given that no
 * row before it has one. Filters work on each byte of a pixel by itself, so that of opaque pixels it is known what they
 * filter to: nothing has to be unfiltered.
 *
 * Of 16 bits the upper eight count: conversion leaves 65532 where 65535 was meant (swscale does), which nobody sees.
 *
 * @throws from the function, when the row has no known filter.
 */
export function createAlphaCheck({bitDepth, bytesPerPixel}: PngLayout): (row: PngRow) => boolean {
  const alpha = bytesPerPixel - bitDepth / 8
  return ({filter, bytes, isFirst}) => {
    const expected = (isFirst ? OPAQUE.firstRow : OPAQUE.laterRow)[filter]
    if (expected === undefined) throw new Error(`there is no filter ${filter}`)
    const {first, others} = expected
    if (bytes[alpha] !== first) return true
    for (let at = alpha + bytesPerPixel; at < bytes.length; at += bytesPerPixel) {
      if (bytes[at] !== others) return true
    }
    return false
  }
}
