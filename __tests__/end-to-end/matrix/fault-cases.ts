import type {BundleRun} from '../../../simulator/runner/run-bundle.ts'
import {createClient} from '../../../simulator/client.ts'
import type {FaultMatch} from '../../../simulator/http/faults.ts'
import type {NamedFault} from './named-faults.ts'
import type {Case} from './cases.ts'
import {
  JUDGED_FILES,
  LASTING_FAULTS,
  PASSING_FAULTS,
  TARGETS,
  UPLOAD_FAULTS,
  WEAKNESSES,
} from './faults.ts'
import type {Fault, Target, Weakness} from './faults.ts'
import {notTold, onStage} from './stage.ts'
import type {Stage} from './stage.ts'
import {beforeTheVersion} from './media-story.ts'
import {VERSION} from './story.ts'
import type {Story} from './story.ts'

export interface FaultCase extends Case {
  readonly isSlow: boolean
}

const PARTS: Target = {routeClass: 'part', names: /\.(png|mp4)/}

/** Every kind of request with every fault, and every weakness of the store as a whole. */
export function faultCases(story: Story): readonly FaultCase[] {
  const pairs = [
    ...TARGETS.flatMap((target) =>
      [...PASSING_FAULTS, ...LASTING_FAULTS].map((fault) => ({target, fault})),
    ),
    ...UPLOAD_FAULTS.map((fault) => ({target: PARTS, fault})),
  ]
  return [
    ...pairs.map(({target, fault}) => faultCase(story, target, fault)),
    ...WEAKNESSES.map((weakness) => weaknessCase(story, weakness)),
    ...JUDGED_FILES.flatMap((fileName) => [
      rejectedCase(story, fileName),
      lateCase(story, fileName),
      stuckCase(story, fileName),
    ]),
  ]
}

function faultCase(story: Story, target: Target, fault: Fault): FaultCase {
  const {routeClass, nth = 1, createsVersion = false, inputs = {}, before = [], names} = target
  return {
    name: `${fault.name} at ${routeClass}${nth === 1 ? '' : ` number ${nth}`}`,
    isSlow: fault.isSlow ?? false,
    play: () =>
      onStage({story: createsVersion ? beforeTheVersion(story) : story, inputs}, async (stage) => {
        for (const each of before) stage.simulator.faults.add(each)
        return strike(stage, fault, {match: {path: routeClass}, nth, names})
      }),
  }
}

/** Faults, each at its kind of request. */
export function namedFaultCases(story: Story, faults: readonly NamedFault[]): readonly FaultCase[] {
  return faults.map(([target, fault]) => ({
    name: `${fault.name} at ${target.name}`,
    isSlow: false,
    play: () => onStage({story}, (stage) => strike(stage, fault, {...target, nth: 1})),
  }))
}

/** Runs with a fault, and once more without. @returns what was wrong. */
async function strike(
  stage: Stage,
  fault: Fault,
  {
    match,
    nth,
    names,
  }: {
    readonly match: FaultMatch
    readonly nth: number
    readonly names: RegExp
  },
): Promise<readonly string[]> {
  const {faults} = stage.simulator
  const struck = faults.add({match, nth, effect: fault.effect, times: fault.times ?? 1})
  const run = await stage.run()
  const missed = struck() === 0 ? ['The fault never struck.'] : []
  const mayBeGreen = fault.end === 'green' || (fault.end === 'either' && run.code === 0)
  const wrong = mayBeGreen ? notGreen(run, stage) : notTold(run, [names, fault.reason ?? /./u])
  faults.clear()
  return [...missed, ...wrong, ...(await stage.heal())]
}

function weaknessCase(story: Story, weakness: Weakness): FaultCase {
  const {name, store = {}, rules = [], reason} = weakness
  return {
    name,
    isSlow: false,
    play: () =>
      onStage({story, store}, async (stage) => {
        for (const rule of rules) stage.simulator.faults.add(rule)
        const run = await stage.run()
        const isRed = run.code !== 0 && reason !== undefined
        const wrong = isRed ? notTold(run, [reason]) : notGreen(run, stage)
        return [...wrong, ...(await stage.heal())]
      }),
  }
}

function rejectedCase(story: Story, fileName: string): FaultCase {
  return {
    name: `${fileName} is rejected`,
    isSlow: false,
    play: () =>
      onStage({story}, async (stage) => {
        const code = 'SOMETHING_IS_WRONG'
        const outcome = [{code, description: code}]
        stage.simulator.faults.addProcessing({fileName, outcome})
        const wrong = notTold(await stage.run(), [new RegExp(fileName, 'u'), new RegExp(code, 'u')])
        return [...wrong, ...(await stage.heal())]
      }),
  }
}

/** Processing takes longer than the run waits, and ends before the next one does. */
function lateCase(story: Story, fileName: string): FaultCase {
  return {
    name: `${fileName} is processed too late`,
    isSlow: false,
    play: () =>
      onStage({story, store: {processingMilliseconds: 10_000}}, async (stage) => {
        const run = await stage.run({'processing-timeout': '0.06'})
        const wrong = notTold(run, [new RegExp(fileName, 'u'), /still processing/u])
        return [...wrong, ...(await stage.heal())]
      }),
  }
}

/** Nothing but a person can help here; until then each run says so, and sends nothing twice. */
function stuckCase(story: Story, fileName: string): FaultCase {
  return {
    name: `${fileName} is processed for ever`,
    isSlow: false,
    play: () =>
      onStage({story}, async (stage) => {
        const {simulator} = stage
        simulator.faults.addProcessing({fileName, outcome: 'never'})
        const patience = {'processing-timeout': '0.1'}
        const told = [new RegExp(fileName, 'u'), /still processing/u]
        const first = notTold(await stage.run(patience), told)
        const stuck = Object.values(simulator.listing(VERSION))
          .flatMap((sets) => Object.values(sets).flat())
          .filter((asset) => asset.state === 'UPLOAD_COMPLETE' || asset.state === 'PROCESSING')
        const [only] = stuck
        if (only === undefined) return [...first, 'Nothing is stuck.']
        const second = notTold(await stage.run(patience), told)
        const client = await createClient(simulator)
        const kind = fileName.endsWith('.png') ? 'appScreenshots' : 'appPreviews'
        await client.send('DELETE', `/v1/${kind}/${only.id}`)
        return [...first, ...second, ...(await stage.heal())]
      }),
  }
}

/** A green run has to be right. */
function notGreen({code, stdout, stderr}: BundleRun, {differences}: Stage): readonly string[] {
  return code === 0 ? differences() : [`The run ended with ${code}:\n${stdout}\n${stderr}`]
}
