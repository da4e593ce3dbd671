import {rm} from 'node:fs/promises'

import {playAll} from '../__tests__/end-to-end/matrix/cases.ts'
import {tellAssetStory} from '../__tests__/end-to-end/matrix/asset-story.ts'
import type {Case} from '../__tests__/end-to-end/matrix/cases.ts'
import {ASSET_FAULTS} from '../__tests__/end-to-end/matrix/asset-faults.ts'
import {faultCases, namedFaultCases} from '../__tests__/end-to-end/matrix/fault-cases.ts'
import {LASTING_FAULTS, PASSING_FAULTS, TARGETS} from '../__tests__/end-to-end/matrix/faults.ts'
import {
  cancelledWhile,
  countRequests,
  interruptedAt,
  interruptedBy,
  PHASES,
  SHORT_LIVES,
} from '../__tests__/end-to-end/matrix/interruptions.ts'
import {deletedAt, secondRunAt, submittedAt} from '../__tests__/end-to-end/matrix/meanwhile.ts'
import {tellMediaStory} from '../__tests__/end-to-end/matrix/media-story.ts'
import {RELEASE_FAULTS, RELEASE_WRITES} from '../__tests__/end-to-end/matrix/release-faults.ts'
import {tellReleaseStory} from '../__tests__/end-to-end/matrix/release-story.ts'
import {everyThird} from '../__tests__/helpers/sampled.ts'

// Plays far more cases than the tests, of each class: node scripts/matrix.ts
// The last line is "Tests: N passed, N failed". BUNDLE names another bundle than dist/index.js.

/** Runs mostly wait for a look at Apple's processing. */
const AT_A_TIME = 14
/** These wait for a timeout, so they run beside the others. */
const SLOW_AT_A_TIME = 30

const story = await tellMediaStory()
const total = await countRequests(story)
console.log(`An undisturbed run makes ${total} requests.`)
const assets = await tellAssetStory()
const assetTotal = await countRequests(assets)
console.log(`One for all other files makes ${assetTotal} requests.`)
const release = await tellReleaseStory()
const releaseTotal = await countRequests(release)
console.log(`One for a whole release makes ${releaseTotal} requests.`)
const every = (distance: number) => sampleOf(total, distance)
// Of the kinds of request times the faults, half: their number is odd, so each has its turn at the next request.
const combinations = TARGETS.length * (PASSING_FAULTS.length + LASTING_FAULTS.length)
const faults = faultCases(story).filter((_, index) => index >= combinations || index % 2 === 0)

interface Matrix {
  readonly title: string
  readonly cases: readonly Case[]
}

const slow: Matrix = {title: 'Slow faults', cases: faults.filter(({isSlow}) => isSlow)}
const matrices: readonly Matrix[] = [
  {title: 'Killed', cases: every(2).map((nth) => interruptedAt(story, nth, 'SIGKILL'))},
  {
    title: 'Killed, reservations expire',
    cases: every(7).map((nth) => interruptedAt(story, nth, 'SIGKILL', SHORT_LIVES)),
  },
  {
    title: 'Cancelled',
    cases: [
      ...every(5).map((nth) => interruptedAt(story, nth, nth % 2 === 0 ? 'SIGINT' : 'SIGTERM')),
      ...PHASES.flatMap((phase) =>
        (['SIGINT', 'SIGTERM'] as const).map((signal) => cancelledWhile(story, phase, signal)),
      ),
    ],
  },
  {title: 'Faults', cases: faults.filter(({isSlow}) => !isSlow)},
  {title: 'Two runs', cases: [0, ...every(4)].map((nth) => secondRunAt(story, nth))},
  {title: 'Submitted meanwhile', cases: every(8).map((nth) => submittedAt(story, nth))},
  {title: 'Deleted meanwhile', cases: every(9).map((nth) => deletedAt(story, nth))},
  {
    title: 'Other files, killed',
    cases: sampleOf(assetTotal, 4).map((nth) => interruptedAt(assets, nth, 'SIGKILL')),
  },
  {
    title: 'Other files, killed, reservations expire',
    cases: sampleOf(assetTotal, 9).map((nth) => interruptedAt(assets, nth, 'SIGKILL', SHORT_LIVES)),
  },
  {
    title: 'Other files, cancelled',
    cases: sampleOf(assetTotal, 9).map((nth) => interruptedAt(assets, nth, 'SIGINT')),
  },
  {title: 'Other files, faults', cases: namedFaultCases(assets, ASSET_FAULTS)},
  {
    title: 'Release, killed',
    cases: [
      ...sampleOf(releaseTotal, 6).map((nth) => interruptedAt(release, nth, 'SIGKILL')),
      ...RELEASE_WRITES.map((target) => interruptedBy(release, target, 'SIGKILL')),
    ],
  },
  {
    title: 'Release, cancelled',
    cases: everyThird(RELEASE_WRITES).map((target) => interruptedBy(release, target, 'SIGTERM')),
  },
  {title: 'Release, faults', cases: namedFaultCases(release, RELEASE_FAULTS)},
  {
    title: 'Release, two runs',
    cases: sampleOf(releaseTotal, 12).map((nth) => secondRunAt(release, nth)),
  },
]
const wanted = ({title}: Matrix) => process.argv.length === 2 || process.argv.includes(title)

const sum = {passed: 0, failed: 0}
const play = async ({title, cases}: Matrix, atATime: number) => {
  const {passed, failed} = await playAll(title, cases, atATime)
  sum.passed += passed
  sum.failed += failed
}
const playInTurn = async () => {
  // oxlint-disable-next-line no-await-in-loop -- one matrix keeps the machine busy
  for (const matrix of matrices.filter(wanted)) await play(matrix, AT_A_TIME)
}
await Promise.all([
  playInTurn(),
  ...[slow].filter(wanted).map((each) => play(each, SLOW_AT_A_TIME)),
])

await rm(story.workspace, {recursive: true})
await rm(assets.workspace, {recursive: true})
await rm(release.workspace, {recursive: true})
console.log(`Tests: ${sum.passed} passed, ${sum.failed} failed`)
if (sum.failed > 0) process.exitCode = 1

/** The numbers of requests at this distance. */
function sampleOf(count: number, distance: number): readonly number[] {
  return Array.from({length: Math.floor(count / distance)}, (_, index) => (index + 1) * distance)
}
