import {plural} from '../../core/plural.ts'
import type {Run} from '../../core/run.ts'
import type {Step} from '../../core/step.ts'
import type {Card, Gallery, Shelf} from '../../core/view.ts'
import {asCode, asProse, asText} from '../escape.ts'
import {capitalised} from '../facts/words.ts'
import type {Piece} from './fit.ts'
import {storePicture, thumbnail} from './thumbnail.ts'

/** URLs of the files in the repository, by path relative to the workspace. */
export type Addresses = ReadonlyMap<string, string>

/**
 * What a plan changes, before and after: one `<details>` for each place, so that a whole place can be left out if
 * there is no room.
 *
 * @param addresses - A file without a URL is only named.
 */
export function changeGallery(
  {shelves}: Gallery,
  run: Run,
  addresses: Addresses,
): readonly Piece[] {
  const steps = Map.groupBy(run.plan?.steps ?? [], ({subject}) => subject.place)
  const pieces = shelves.flatMap((shelf) => {
    const text = foldOut(shelf, steps.get(shelf.place) ?? [], run, addresses)
    return text === null ? [] : [{detail: 4, text}]
  })
  return pieces.length === 0 ? [] : [{detail: 3, text: '#### Before and after\n'}, ...pieces]
}

function foldOut(
  shelf: Shelf,
  steps: readonly Step[],
  run: Run,
  addresses: Addresses,
): string | null {
  const changes = shelf.cards.filter(
    ({state}) => state === 'new' || state === 'replaced' || state === 'deleted',
  )
  const notes = steps.flatMap(noteOf)
  if (changes.length === 0 && notes.length === 0) return null
  const what = changes.length === 0 ? wordsOf(steps) : plural(changes.length, 'file')
  return [
    `<details><summary>${asProse(`${shelf.locale}, ${shelf.title}: ${what}`)}</summary>`,
    ...notes.map((note) => `<p>${note}</p>`),
    ...(changes.length === 0 ? [] : [tableOf(changes, shelf, run, addresses)]),
    '</details>\n',
  ].join('\n')
}

/** What changes without a new picture: `order, poster frame`. */
function wordsOf(steps: readonly Step[]): string {
  const words = steps
    .filter((step) => noteOf(step).length > 0)
    .map(({action, subject}) => (action === 'order' ? 'order' : subject.noun))
  return [...new Set(words)].join(', ')
}

/** A change that no picture shows. */
function noteOf({action, subject, after}: Step): readonly string[] {
  if (after === null) return []
  if (action === 'update' && 'text' in after) {
    return [
      `${asProse(capitalised(subject.noun))} of ${asCode(subject.name)}: ${asCode(after.text)}`,
    ]
  }
  if (action === 'order' && 'order' in after) {
    return [`In this order: ${after.order.map(asCode).join(', ')}`]
  }
  return []
}

function tableOf(
  changes: readonly Card[],
  shelf: Shelf,
  {pictures}: Run,
  addresses: Addresses,
): string {
  const rows = changes.map((card) => {
    const {name, before, file} = card
    const image = pictures.get(before?.id ?? '')
    const old = image === undefined ? '' : storePicture(image, name)
    const cells = [
      asCode(name),
      old || (before === null ? 'new' : 'no picture'),
      file === null ? 'deleted' : shownFile(name, shelf, addresses.get(file.path)),
    ]
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
  })
  const head = '<table><thead><tr><th>file</th><th>before</th><th>after</th></tr></thead><tbody>'
  return [head, ...rows, '</tbody></table>'].join('\n')
}

/** GitHub does not embed such videos, so a video is only linked. */
function shownFile(name: string, {medium}: Shelf, address: string | undefined): string {
  if (address === undefined) return 'in this folder'
  if (medium === 'video') return `<a href="${asText(address)}">video</a>`
  return thumbnail(address, name)
}
