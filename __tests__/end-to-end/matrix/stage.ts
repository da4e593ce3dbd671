import {startBundle} from '../../../simulator/runner/run-bundle.ts'
import type {
  BundleOptions,
  BundleRun,
  Inputs,
  StartedBundle,
} from '../../../simulator/runner/run-bundle.ts'
import {inputsFor} from '../../helpers/scenario.ts'
import {startSimulator} from '../../../simulator/simulator.ts'
import type {Simulator, SimulatorOptions} from '../../../simulator/simulator.ts'
import type {Story} from './story.ts'

/** A store of its own for one case, with the story's folder beside it. */
export interface Stage {
  readonly simulator: Simulator
  readonly start: (inputs?: Inputs, options?: Partial<BundleOptions>) => Promise<StartedBundle>
  readonly run: (inputs?: Inputs) => Promise<BundleRun>
  /** Everything in which the store differs from what it should be now, as sentences. */
  readonly differences: () => readonly string[]
  /**
   * Runs the action once more, undisturbed.
   *
   * @returns what is wrong then: the run is not green, or the store is not the folder.
   */
  readonly heal: (inputs?: Inputs) => Promise<readonly string[]>
}

interface StageOptions {
  readonly story: Story
  /** Changes to the store of the story. */
  readonly store?: SimulatorOptions
  readonly inputs?: Inputs
}

/** Opens a store, plays a case on it, and closes it. @returns what was wrong, the store's own complaints included. */
export async function onStage(
  {story, store, inputs}: StageOptions,
  play: (stage: Stage) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const simulator = await startSimulator({...story.store, ...store})
  story.plant(simulator)
  const before = {
    untouched: story.untouched(simulator),
    right: story.right(simulator),
  }
  const start: Stage['start'] = (more = {}, options = {}) =>
    startBundle({
      workspace: story.workspace,
      inputs: {...inputsFor(simulator), ...story.inputs, ...inputs, ...more},
      env: story.env ?? {},
      ...options,
    })
  const run: Stage['run'] = async (more) => (await start(more)).ended
  const differences = () => {
    const now = new Set(story.right(simulator))
    const isSame = story.untouched(simulator) === before.untouched
    return [
      ...story.differences(simulator),
      ...(isSame ? [] : ['Something that the folder does not name has changed.']),
      ...before.right
        .filter((id) => !now.has(id))
        .map((id) => `The asset ${id} was right already, and is gone.`),
    ]
  }
  const unsettled = async () => {
    const {code, outputs, plan, stdout} = await run({mode: 'plan'})
    if (code === 0 && outputs['has-changes'] === 'false') return []
    return [`A plan after that: ${plan?.steps.map(({id}) => id).join()}\n${stdout}`]
  }
  const heal: Stage['heal'] = async (more) => {
    const {code, stdout, stderr} = await run(more)
    const red = code === 0 ? [] : [`The run after it ended with ${code}:\n${stdout}\n${stderr}`]
    const wrong = differences().map((each) => `After the run after it: ${each}`)
    return [...red, ...wrong, ...(story.endsSettled === true ? await unsettled() : [])]
  }
  try {
    const wrong = await play({simulator, start, run, differences, heal})
    return [...wrong, ...simulator.violations, ...simulator.contractViolations]
  } finally {
    await simulator.close()
  }
}

/** What an error of a red run lacks: one of them has to tell all of this, and none may blame the action. */
export function notTold(
  {code, stdout, stderr, annotations}: BundleRun,
  told: readonly RegExp[],
): readonly string[] {
  if (code !== 1) return [`The run ended with ${code}, not red:\n${stdout}\n${stderr}`]
  const errors = annotations.filter(({level}) => level === 'error').map(({message}) => message)
  const all = errors.join('\n  ')
  return [
    ...(errors.some((message) => told.every((each) => each.test(message)))
      ? []
      : [`No error tells ${told.join(' and ')}:\n  ${all}`]),
    ...(/bug in the action/u.test(all) ? [`The action blames itself:\n  ${all}`] : []),
  ]
}
