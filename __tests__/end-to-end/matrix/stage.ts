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
import {VERSION} from './story.ts'
import type {Story, WantedFile} from './story.ts'

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
  const before = {
    hasVersion: simulator.versions().some(({versionString}) => versionString === VERSION),
    strangers: strangers(story, simulator),
    matching: matching(story, simulator),
  }
  const start: Stage['start'] = (more = {}, options = {}) =>
    startBundle({
      workspace: story.workspace,
      inputs: {...inputsFor(simulator), prune: 'true', ...inputs, ...more},
      ...options,
    })
  const run: Stage['run'] = async (more) => (await start(more)).ended
  const differences = () => {
    const now = new Set(matching(story, simulator))
    const isSame = !before.hasVersion || strangers(story, simulator) === before.strangers
    return [
      ...differencesFrom(story, simulator),
      ...(isSame ? [] : ['Something that the folder does not name has changed.']),
      ...before.matching
        .filter((id) => !now.has(id))
        .map((id) => `The asset ${id} was right already, and is gone.`),
    ]
  }
  const heal: Stage['heal'] = async (more) => {
    const {code, stdout, stderr} = await run(more)
    const red = code === 0 ? [] : [`The run after it ended with ${code}:\n${stdout}\n${stderr}`]
    return [...red, ...differences().map((each) => `After the run after it: ${each}`)]
  }
  try {
    const wrong = await play({simulator, start, run, differences, heal})
    return [...wrong, ...simulator.violations, ...simulator.contractViolations]
  } finally {
    await simulator.close()
  }
}

function differencesFrom({wanted}: Story, simulator: Simulator): readonly string[] {
  const listing = simulator.listing(VERSION)
  return Object.entries(wanted).flatMap(([locale, sets]) =>
    Object.entries(sets).flatMap(([type, files]) => {
      const there = (listing[locale]?.[type] ?? []).map(
        ({fileName, md5, state, posterTimeCode}) =>
          `${fileName} ${md5} ${state}${posterTimeCode === null ? '' : ` ${posterTimeCode}`}`,
      )
      const should = files.map(asListed)
      if (there.join() === should.join()) return []
      return [
        `${locale}/${type} has\n    ${there.join('\n    ')}\n  and not\n    ${should.join('\n    ')}`,
      ]
    }),
  )
}

function asListed({fileName, md5, poster}: WantedFile): string {
  return `${fileName} ${md5} COMPLETE${poster === null ? '' : ` ${poster}`}`
}

/** Other versions, and what the version has outside of the sets that the folder names, as text to compare. */
function strangers({wanted}: Story, simulator: Simulator): string {
  const others = simulator.versions().filter(({versionString}) => versionString !== VERSION)
  const sets = Object.entries(simulator.listing(VERSION)).flatMap(([locale, types]) =>
    Object.entries(types)
      .filter(([type]) => wanted[locale]?.[type] === undefined)
      .map(([type, assets]) => ({locale, type, assets})),
  )
  return JSON.stringify([others.map((each) => [each, simulator.listing(each.versionString)]), sets])
}

/** The ids of all assets that hold the bytes of a file of their set. */
function matching({wanted}: Story, simulator: Simulator): readonly string[] {
  return Object.entries(simulator.listing(VERSION)).flatMap(([locale, types]) =>
    Object.entries(types).flatMap(([type, assets]) => {
      const sums = new Set(wanted[locale]?.[type]?.map(({md5}) => md5))
      return assets.filter(({md5}) => md5 !== null && sums.has(md5)).map(({id}) => id)
    }),
  )
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
