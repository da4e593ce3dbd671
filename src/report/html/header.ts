import {isHttps} from '../../core/safe-address.ts'
import type {Run} from '../../core/run.ts'
import type {RunContext} from '../facts/context.ts'
import {verdictOf} from '../facts/verdict.ts'
import {stateWords} from '../facts/words.ts'
import {asAddress} from '../escape.ts'
import {html, joined, trusted} from './html.ts'
import type {Html} from './html.ts'
import {prose} from './prose.ts'

const SIGNS = {success: '✓', plan: '✎', warning: '!', failure: '✕'} as const

/** Longer verdicts are set smaller, in characters. */
const LONG = 110

/** What the run was about, how it ended, and where and when it took place. */
export function renderHeader(run: Run, context: RunContext): Html {
  const {level, sentence} = verdictOf(run)
  const size = sentence.length > LONG ? ' long' : ''
  return html`<header>
    <p class="about">${joined(aboutRun(run), ' ')}</p>
    <h1 class="${level}${size}">
      <span class="sign" aria-hidden="true">${SIGNS[level]}</span>
      <span>${unbroken(sentence)}</span>
    </h1>
    <p class="context">${joined(aboutPlace(context), ' · ')}</p>
  </header> `
}

function aboutRun({app, version, mode}: Run): readonly Html[] {
  return [
    ...(app === null ? [] : [html`<b>${app.name}</b>`, html`<code>${app.bundleId}</code>`]),
    ...(version === null
      ? []
      : [
          html`<span>Version ${version.versionString}</span>`,
          html`<span class="state">${stateWords(version.state)}</span>`,
        ]),
    html`<span class="state">${mode}</span>`,
  ]
}

/** In characters. */
const SHORT = 24

/** Keeps short parts together, such as `2 replaced`, so that no line starts with a dot. */
function unbroken(sentence: string): Html {
  const parts = sentence.split(/(?<=[·;]) /u)
  const shown = parts.map((part) =>
    part.length > SHORT ? prose(part) : html`<span class="unbroken">${prose(part)}</span>`,
  )
  return joined(shown, ' ')
}

function aboutPlace({runUrl, commit, pullRequest, treeUrl, date}: RunContext): readonly Html[] {
  const [home = null] = runUrl?.split('/actions/') ?? []
  const [commits = null] = treeUrl?.split('/blob/') ?? []
  const day = date.toLocaleString('en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  })
  return [
    home === null ? null : link(home, html`${nameOf(home)}`),
    pullRequest === null
      ? null
      : link(home && `${home}/pull/${pullRequest}`, html`Pull request #${pullRequest}`),
    commit === null
      ? null
      : link(commits && `${commits}/commit/${commit}`, html`<code>${commit.slice(0, 7)}</code>`),
    runUrl === null ? null : link(runUrl, html`Workflow run`),
    html`<time datetime="${date.toISOString()}">${day} UTC</time>`,
  ].filter((each) => each !== null)
}

/** `https://github.com/owner/name` → `owner/name`. */
function nameOf(home: string): string {
  return URL.parse(home)?.pathname.slice(1) ?? home
}

/** @param address - Leads nowhere if it is null or not safe. */
function link(address: string | null, words: Html): Html {
  if (address === null || !isHttps(address)) return words
  return html`<a href="${trusted(asAddress(address))}" target="_blank" rel="noopener">${words}</a>`
}
