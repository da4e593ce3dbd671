import prettyBytes from 'pretty-bytes'

import type {StepResult} from '../../core/results.ts'
import type {Run} from '../../core/run.ts'
import type {Card, CardUpdate, Shelf, ShownFile} from '../../core/view.ts'
import {notReplacedWords} from '../facts/not-replaced.ts'
import {FATE_WORDS} from '../facts/numbers.ts'
import type {Fate} from '../facts/fates.ts'
import {capitalised} from '../facts/words.ts'
import {html, trusted} from './html.ts'
import type {Html} from './html.ts'
import {renderPicture, videoAddress} from './picture.ts'
import type {Picture} from './picture.ts'
import type {ShownCard} from './shown-card.ts'

export interface CardOptions {
  /** What stands below the pictures, or null. */
  readonly caption: Html | null
  /** Attributes that the group of the card does not have for it. */
  readonly attributes: Html | null
  /** The id of what is wrong with it, if that stands elsewhere on the page. */
  readonly finding: string | null
}

/** What changes or has a problem: what there is to see of it, before and after, and what a reader should know. */
export function renderCard(
  shown: ShownCard,
  results: Run['results'],
  {caption, attributes, finding}: CardOptions,
): Html {
  const {id, fate, shelf} = shown
  const link = trusted(id)
  const problem =
    finding === null ? null : html`<p class="fact"><a href="#${trusted(finding)}">Problem</a></p>`
  return html`<li
    class="card"
    id="${link}"
    data-fate="${fate}"
    data-locale="${shelf.locale ?? ''}"
    data-language="${shelf.language}"
    ${attributes}
  >
    ${
      shelf.medium === 'file'
        ? null
        : html`<a class="open" href="#${link}"
            >${renderSides(shown, results)}${caption && html`<span class="caption">${caption}</span>`}</a
          >`
    }
    ${renderFacts(shown, results)}${problem}
  </li> `
}

/** What becomes of something, as a label. */
export function renderBadge(fate: Fate): Html {
  return html`<span class="badge ${fate}">${capitalised(FATE_WORDS[fate])}</span>`
}

function renderSides(shown: ShownCard, results: Run['results']): Html {
  const {before, after, card} = shown
  if (before === null || after === null) {
    const one = after ?? before
    return html`<span class="sides">${one && renderPicture(one)}</span>`
  }
  const [first, second] = labels(shown, results?.get(card.steps[0] ?? ''))
  return html`<span class="sides pair">${side(before, first)}${side(after, second)}</span>`
}

function side(picture: Picture, label: string): Html {
  return html`<span class="side"
    >${renderPicture(picture, `${picture.name}, ${label.toLowerCase()}`)}<span class="label"
      >${label}</span
    ></span
  >`
}

/** What the two pictures of a replacement are called. */
function labels(
  {fate, staysLive}: ShownCard,
  sent: StepResult | undefined,
): readonly [string, string] {
  const before = staysLive ? 'Live' : 'Before'
  if (fate === 'not-done') return [before, 'Not uploaded']
  return fate === 'failed' ? [before, notReplacedWords(sent)] : ['Before', 'After']
}

function renderFacts(
  {card, shelf, fate, after, sameAs, staysLive}: ShownCard,
  results: Run['results'],
): Html {
  const {update, steps} = card
  const video = after?.medium === 'video' ? videoAddress(after) : null
  return html`${
    staysLive && fate === 'failed'
      ? html`<p class="fact strong">
          ${notReplacedWords(results?.get(steps[0] ?? ''))}: the old ${shelf.medium} stays live
        </p>`
      : null
  }${
    update && renderUpdate(update)
  }${sameAs === null ? null : html`<p class="fact">Same as ${sameAs}</p>`}${renderFileFacts(shelf, card, video)}`
}

function renderUpdate({name, before, after}: CardUpdate): Html {
  const old = before === null ? null : html`<code>${before}</code> → `
  return html`<p class="fact">${capitalised(name)}: ${old}<code>${after}</code></p>`
}

/**
 * What a picture does not show: how long a video is, how large a video or another file is, and what else the store says.
 *
 * @param address - Where a video can be played, or null.
 */
export function renderFileFacts(
  {medium}: Shelf,
  {file, note}: Pick<Card, 'file' | 'note'>,
  address: Html | null,
): Html | null {
  switch (medium) {
    case 'picture':
      return null
    case 'video':
      return renderVideoFacts(file, address)
    case 'file': {
      const words = [...(file === null ? [] : [prettyBytes(file.bytes)]), ...(note ? [note] : [])]
      return words.length === 0 ? null : html`<p class="fact">${words.join(' · ')}</p>`
    }
  }
}

function renderVideoFacts(file: ShownFile | null, address: Html | null): Html | null {
  const seconds = file?.seconds ?? null
  if (seconds === null && address === null) return null
  const words = [
    ...(seconds === null ? [] : [duration(seconds)]),
    ...(file === null ? [] : [prettyBytes(file.bytes)]),
  ].join(' · ')
  const play =
    address === null
      ? null
      : html`<a class="play" href="${address}" target="_blank" rel="noopener">Play</a>`
  return html`${words === '' ? null : html`<p class="fact">${words}</p>`}${play}`
}

function duration(seconds: number): string {
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
