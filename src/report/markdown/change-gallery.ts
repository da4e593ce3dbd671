import {setId} from '../../sections/media/listing.ts'
import type {DesiredSet, Medium} from '../../sections/media/listing.ts'
import type {DeleteStep, Step, UploadStep} from '../../core/plan.ts'
import type {Run} from '../../core/run.ts'
import {asCode, asProse, asText} from '../escape.ts'
import type {Piece} from './fit.ts'
import {titleOf} from './gallery.ts'
import {replacedBy} from '../facts/replaced-by.ts'
import {storePicture, thumbnail} from './thumbnail.ts'
import {plural} from '../facts/words.ts'

/** One file of a set that will look different, as the store has it and as the folder has it. */
interface Change {
  readonly name: string
  readonly before: DeleteStep | null
  readonly after: UploadStep | null
}

/**
 * What a plan changes, before and after: one fold-out for each set, so that a set can be left out as a whole where
 * there is no room.
 *
 * @param addresses - Where a browser finds the files, by their path; a file without one is told by its name.
 */
export function changeGallery(run: Run, addresses: ReadonlyMap<string, string>): readonly Piece[] {
  const {plan} = run
  if (plan === null) return []
  const steps = Map.groupBy(plan.steps, ({locale, type}) =>
    locale === null || type === null ? null : setId(locale, type),
  )
  const pieces = run.listing.sets.flatMap((set) => {
    const text = foldOut(run, set, steps.get(set.id) ?? [], addresses)
    return text === null ? [] : [{detail: 4, text}]
  })
  return pieces.length === 0 ? [] : [{detail: 3, text: '#### Before and after\n'}, ...pieces]
}

function foldOut(
  run: Run,
  set: DesiredSet,
  steps: readonly Step[],
  addresses: ReadonlyMap<string, string>,
): string | null {
  const changes = changesOf(steps)
  const notes = [
    ...steps.flatMap((step) =>
      step.kind === 'set-poster'
        ? [`Poster frame of ${asCode(step.fileName)}: ${asCode(step.timeCode)}`]
        : [],
    ),
    ...(steps.some(({kind}) => kind === 'reorder')
      ? [`In this order: ${set.files.map(({name}) => asCode(name)).join(', ')}`]
      : []),
  ]
  if (changes.length === 0 && notes.length === 0) return null
  const what = changes.length === 0 ? 'order or poster frame' : plural(changes.length, 'file')
  return [
    `<details><summary>${asProse(`${set.locale}, ${titleOf(set)}: ${what}`)}</summary>`,
    ...notes.map((note) => `<p>${note}</p>`),
    ...(changes.length === 0 ? [] : [tableOf(changes, set.medium, run, addresses)]),
    '</details>\n',
  ].join('\n')
}

function tableOf(
  changes: readonly Change[],
  medium: Medium,
  {images}: Run,
  addresses: ReadonlyMap<string, string>,
): string {
  const rows = changes.map(({name, before, after}) => {
    const image = before === null ? undefined : images.get(before.assetId)
    const old = image === undefined ? '' : storePicture(image, name)
    const cells = [
      asCode(name),
      old || (before === null ? 'new' : 'no picture'),
      after === null ? 'deleted' : shownFile(after, medium, addresses.get(after.path)),
    ]
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
  })
  const head = '<table><thead><tr><th>file</th><th>before</th><th>after</th></tr></thead><tbody>'
  return [head, ...rows, '</tbody></table>'].join('\n')
}

/** Uploads in the order of the plan, each beside the asset whose place it takes; then what only goes. */
function changesOf(steps: readonly Step[]): readonly Change[] {
  const uploads = steps.filter((step) => step.kind === 'upload')
  const deletions = steps.filter((step) => step.kind === 'delete')
  const sent = uploads.map((after) => ({
    name: after.fileName,
    before: replacedBy(after, steps),
    after,
  }))
  const gone = deletions.filter((each) => !sent.some((change) => change.before === each))
  return [...sent, ...gone.map((each) => ({name: each.fileName, before: each, after: null}))]
}

/** GitHub shows no video of another address, so a preview is only linked. */
function shownFile({fileName}: UploadStep, medium: Medium, address: string | undefined): string {
  if (address === undefined) return 'in this folder'
  if (medium === 'preview') return `<a href="${asText(address)}">video</a>`
  return thumbnail(address, fileName)
}
