import type {Run} from '../../core/run.ts'
import {changeGroups} from '../facts/change-groups.ts'
import {changeTable} from '../facts/change-table.ts'
import type {Addresses} from '../facts/context.ts'
import {bodyOf} from './block-body.ts'
import {titleOf} from './block-title.ts'
import {blocksOf} from './blocks.ts'
import {withHeading} from './fit.ts'
import type {Piece} from './fit.ts'
import {imagesOf} from './images.ts'
import {overview, unchangedLocales} from './overview.ts'

/** More changes are folded. */
const MAX_OPEN = 8
/** Of a change, even if there is room for fewer. */
const MIN_PICTURES = 6

/**
 * The pictures and videos that change, or have changed: where, and then each change with what it was before and what
 * it is after. The same change in many locales is shown once.
 *
 * @param addresses - A file without a URL is only named.
 * @returns the pieces, given how many pictures may be shown.
 */
export function changeList(run: Run, addresses: Addresses): (most: number) => readonly Piece[] {
  const blocks = blocksOf(changeGroups(run))
  if (blocks.length === 0) return () => []
  const images = imagesOf(run, addresses)
  const isFolded = blocks.length > MAX_OPEN
  const table = changeTable(run)
  // The only change says itself where it is.
  const where = [...(blocks.length > 1 ? overview(table) : []), ...unchangedLocales(table)]
  return (most) => {
    const room = Math.max(MIN_PICTURES, Math.floor(most / blocks.length))
    const pieces = blocks.map((block) => {
      const title = titleOf(block)
      const body = bodyOf(block, images, room)
      const short = `<p>${title}</p>\n`
      if (body === '') return {detail: 4, text: short}
      const text = isFolded
        ? `<details><summary>${title}</summary>\n${body}\n</details>\n`
        : `${short}${body}\n`
      return {detail: 4, text, short}
    })
    return [...where, ...withHeading('#### Changes', pieces)]
  }
}
