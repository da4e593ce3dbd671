import {trusted} from './html.ts'
import type {Html} from './html.ts'

interface Tool {
  readonly name: string
  readonly words: string
  /** As on the keyboard. */
  readonly key: string
}

/** Ways to look at what was and what is. They make sense for two pictures only. */
const COMPARISONS: readonly Tool[] = [
  {name: 'sides', words: 'Side by side', key: 'A'},
  {name: 'blink', words: 'Blink', key: 'Space'},
  {name: 'slider', words: 'Slider', key: 'S'},
  {name: 'difference', words: 'Difference', key: 'D'},
]

const ZOOM: Tool = {name: 'zoom', words: '1:1', key: 'Z'}

/** The dialog in which the script shows one picture after the other. */
export const VIEWER: Html = trusted(`<dialog id="viewer" aria-labelledby="viewer-name">
<div class="viewer-head">
<div><p id="viewer-name"></p><p class="viewer-facts"></p></div>
<p class="viewer-count"><output aria-live="polite"></output></p>
<button type="button" data-do="close" aria-label="Close (Esc)">✕</button>
</div>
<div class="stage" role="group" aria-label="Picture" tabindex="0" autofocus></div>
<input class="cut" type="range" min="0" max="100" value="50" aria-label="Position of the slider, in percent" hidden>
<div class="viewer-tools">
<button type="button" data-do="previous" aria-label="Previous (←)">‹</button>
<div class="comparisons" role="group" aria-label="Compare">
${COMPARISONS.map(button).join('\n')}
</div>
${button(ZOOM)}
<button type="button" data-do="next" aria-label="Next (→)">›</button>
</div>
</dialog>`)

function button({name, words, key}: Tool): string {
  return `<button type="button" data-do="${name}" aria-pressed="false">${words} <kbd>${key}</kbd></button>`
}
