import {rm} from 'node:fs/promises'
import {playAll} from '../__tests__/end-to-end/matrix/cases.ts'
import type {Case} from '../__tests__/end-to-end/matrix/cases.ts'
import {faultCases} from '../__tests__/end-to-end/matrix/fault-cases.ts'
import {
  cancelledWhile,
  countRequests,
  interruptedAt,
  PHASES,
  SHORT_LIVES,
} from '../__tests__/end-to-end/matrix/interruptions.ts'
import {deletedAt, secondRunAt, submittedAt} from '../__tests__/end-to-end/matrix/meanwhile.ts'
import {tellStory} from '../__tests__/end-to-end/matrix/story.ts'

// Plays every case that the tests only sample: node scripts/matrix.ts
// The last line is "Tests: N passed, N failed". BUNDLE names another bundle than dist/index.js.

/** Runs mostly wait for a look at Apple's processing. */
const AT_A_TIME = 14
/** These wait for a timeout, so they run beside the others. */
const SLOW_AT_A_TIME = 30

const story = await tellStory()
const total = await countRequests(story)
console.log(`An undisturbed run makes ${total} requests.`)
const moments = Array.from({length: total}, (_, index) => index + 1)
const every = (distance: number) => moments.filter((nth) => nth % distance === 0)
const faults = faultCases(story)

interface Matrix {
  readonly title: string
  readonly cases: readonly Case[]
}

const slow: Matrix = {title: 'Slow faults', cases: faults.filter(({isSlow}) => isSlow)}
const matrices: readonly Matrix[] = [
  {title: 'Killed', cases: moments.map((nth) => interruptedAt(story, nth, 'SIGKILL'))},
  {
    title: 'Killed, reservations expire',
    cases: moments.map((nth) => interruptedAt(story, nth, 'SIGKILL', SHORT_LIVES)),
  },
  {
    title: 'Cancelled',
    cases: [
      ...moments.map((nth) => interruptedAt(story, nth, nth % 2 === 0 ? 'SIGINT' : 'SIGTERM')),
      ...PHASES.flatMap((phase) =>
        (['SIGINT', 'SIGTERM'] as const).map((signal) => cancelledWhile(story, phase, signal)),
      ),
    ],
  },
  {title: 'Faults', cases: faults.filter(({isSlow}) => !isSlow)},
  {title: 'Two runs', cases: [0, ...every(2)].map((nth) => secondRunAt(story, nth))},
  {title: 'Submitted meanwhile', cases: every(4).map((nth) => submittedAt(story, nth))},
  {title: 'Deleted meanwhile', cases: every(5).map((nth) => deletedAt(story, nth))},
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
console.log(`Tests: ${sum.passed} passed, ${sum.failed} failed`)
if (sum.failed > 0) process.exitCode = 1
