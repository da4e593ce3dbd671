/**
 * Plays situations against the double of App Store Connect, and keeps what a person would look at then: the log, the
 * job summary, the comment in the pull request, the report page, and pictures of them in both colour schemes, wide and
 * narrow. `npm run pictures -- --out DIR five-changes rejected`; without names, all. `BUNDLE` names another bundle than
 * dist/index.js, and `--text` takes no pictures. `--readme` makes those of the README instead.
 */
import {mkdtemp} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {parseArgs} from 'node:util'
import type {Browser} from 'playwright-core'
import {closeReviews} from '../__tests__/helpers/pull-request.ts'
import {closeScenarios} from '../__tests__/helpers/scenario.ts'
import {takeReadmePictures} from './pictures/readme-pictures.ts'
import {SITUATIONS} from './pictures/situations.ts'
import {startPhotographer} from './pictures/views.ts'

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    out: {type: 'string'},
    text: {type: 'boolean', default: false},
    readme: {type: 'boolean', default: false},
  },
})

async function playAll(names: readonly string[], browser: Browser | null): Promise<void> {
  const out = path.resolve(values.out ?? (await mkdtemp(path.join(tmpdir(), 'pictures-'))))
  for (const name of names) {
    const situation = SITUATIONS[name]
    if (situation === undefined) {
      const known = Object.keys(SITUATIONS).join(', ')
      throw new Error(`There is no situation "${name}". There are: ${known}.`)
    }
    await andClose(situation({out: path.join(out, name), browser}))
  }
  console.log(`Look at ${out}`)
}

async function andClose(played: Promise<void>): Promise<void> {
  try {
    await played
  } finally {
    await closeReviews()
    await closeScenarios()
  }
}

const browser = values.text ? null : await startPhotographer()
try {
  if (values.readme && browser !== null) await andClose(takeReadmePictures(browser))
  else await playAll(positionals.length > 0 ? positionals : Object.keys(SITUATIONS), browser)
} finally {
  await browser?.close()
}
