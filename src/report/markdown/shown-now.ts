import type {Run} from '../../core/run.ts'
import type {Card, Shelf, StoredCard} from '../../core/view.ts'
import {asCode, asProse} from '../escape.ts'
import {failedFiles} from '../facts/failures.ts'
import {notReplacedWords} from '../facts/not-replaced.ts'
import {shownNow} from '../facts/store-now.ts'
import {shelvesOf} from '../facts/views.ts'
import {withHeading} from './fit.ts'
import type {Piece} from './fit.ts'
import {imagesOf, ONE_OF_MANY} from './images.ts'
import type {Images} from './images.ts'

/** What the store shows at the end of the run: a line for each locale, which unfolds into its pictures. */
export function shownInStore(run: Run): readonly Piece[] {
  const locales = localesOf(run)
  if (locales.length === 0) return []
  const {version} = run
  const place = version === null ? 'App Store Connect' : `version ${version.versionString}`
  const details = locales.map(
    ({language, html, isOpen}) =>
      `<details${isOpen ? ' open' : ''}><summary>${asProse(language)}</summary>\n${html}\n</details>`,
  )
  const shown = asManyAsFit(details)
  const left = locales.slice(shown.length).map(({language}) => asProse(language))
  const lines =
    left.length === 0 ? shown : [...shown, `<p><sub>Left out: ${left.join(', ')}</sub></p>`]
  const text =
    locales.length > MAX_LINES
      ? [`<details><summary>${locales.length} locales</summary>`, ...lines, '</details>']
      : lines
  return withHeading(`#### What ${asProse(place)} shows`, [
    {detail: 5, text: `${text.join('\n')}\n`},
  ])
}

/** Less than half of what a job summary may have. */
const MAX_BYTES = 400 * 1024

function asManyAsFit(texts: readonly string[]): readonly string[] {
  let size = 0
  const tooLong = texts.findIndex((text) => (size += Buffer.byteLength(text)) > MAX_BYTES)
  return tooLong === -1 ? texts : texts.slice(0, tooLong)
}

/** More locales are folded once more. */
const MAX_LINES = 8

interface ShownLocale {
  readonly language: string
  readonly html: string
  /** Whether something is not as it should be. */
  readonly isOpen: boolean
}

function localesOf(run: Run): readonly ShownLocale[] {
  const images = imagesOf(run, new Map())
  const steps = Map.groupBy(run.plan?.steps ?? [], ({subject}) => subject.place)
  const reasons = reasonsToKeep(run)
  const locales = Map.groupBy(shelvesOf(run), ({locale}) => locale)
  return [...locales.values()].flatMap((shelves) => {
    const rows: string[] = []
    let isOpen = false
    for (const shelf of shelves) {
      const shown = shownNow(shelf, steps.get(shelf.place) ?? [], run)
      if (shown === null) continue
      const kept = keptIn(shelf, shown, reasons)
      isOpen ||= kept.length > 0
      rows.push(...rowOf(shelf, shown, images), ...kept)
    }
    const language = shelves[0]?.language ?? ''
    return rows.length === 0 ? [] : [{language, html: rows.join('\n'), isOpen}]
  })
}

function rowOf({title}: Shelf, shown: readonly StoredCard[], {stored}: Images): readonly string[] {
  const all = shown.map(
    ({id, name}) => stored(id, {size: ONE_OF_MANY, label: name}) ?? asCode(name),
  )
  return [
    `<p><b>${asProse(title)}</b></p>`,
    `<p>${all.length === 0 ? '<em>nothing</em>' : all.join(' ')}</p>`,
  ]
}

/** By the path of the file that failed. */
type Reasons = ReadonlyMap<string, string>

function reasonsToKeep(run: Run): Reasons {
  return new Map(
    failedFiles(run)
      .filter(({isConsequence}) => !isConsequence)
      .map(({path, step}) => [path, notReplacedWords(run.results?.get(step?.id ?? ''))]),
  )
}

/** What is still shown because its replacement failed. */
function keptIn(
  {cards, medium}: Shelf,
  shown: readonly StoredCard[],
  reasons: Reasons,
): readonly string[] {
  const ids = new Set(shown.map(({id}) => id))
  const isKept = ({before}: Card) => before !== null && ids.has(before.id)
  return cards.filter(isKept).flatMap(({name, file}) => {
    const reason = reasons.get(file?.path ?? '')
    if (reason === undefined) return []
    return [`<p><sub>${asCode(name)} ${reason}: the old ${medium} stays live.</sub></p>`]
  })
}
