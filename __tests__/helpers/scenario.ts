import type {ChildProcess} from 'node:child_process'
import {rm} from 'node:fs/promises'
import {closeAll, start} from '../../simulator/harness.ts'
import type {ListedAsset} from '../../simulator/store/listing.ts'
import type {AssetSeed, VersionSeed} from '../../simulator/store/seeds.ts'
import type {RecordedRequest, Simulator, SimulatorOptions} from '../../simulator/simulator.ts'
import {folderWith, image, putInto} from './media.ts'
import type {TreeEntry} from './media.ts'
import {startBundle} from '../../simulator/runner/run-bundle.ts'
import type {BundleOptions, BundleRun, Inputs} from '../../simulator/runner/run-bundle.ts'

export type Files = Readonly<Record<string, TreeEntry>>

/** A run, with what it asked of App Store Connect. */
export interface ScenarioRun extends BundleRun {
  /** To the API, in the order of their arrival. */
  readonly requests: readonly RecordedRequest[]
  /** Those of them that change something. */
  readonly writes: readonly RecordedRequest[]
  /** To the upload host. */
  readonly parts: readonly RecordedRequest[]
}

/** A store, a checkout, and the action between the two. */
export interface Scenario {
  readonly simulator: Simulator
  /** Absolute path of the checkout. */
  readonly workspace: string
  /** Runs the action on `com.example.app` with the team key, unless the inputs say otherwise. */
  readonly run: (inputs?: Inputs, options?: Partial<BundleOptions>) => Promise<ScenarioRun>
  /** As `run`, for what has to be done to the process meanwhile. */
  readonly start: (
    inputs?: Inputs,
    options?: Partial<BundleOptions>,
  ) => Promise<{readonly child: ChildProcess; readonly ended: Promise<ScenarioRun>}>
  readonly write: (files: Files) => Promise<void>
  /** The assets of a set, in the store's order. */
  readonly assets: (type: string, locale?: string) => readonly ListedAsset[]
  /** The file names of a set, in the store's order. */
  readonly names: (type: string, locale?: string) => readonly string[]
}

const workspaces: string[] = []
const children = new Set<ChildProcess>()

/** Starts a store and makes a checkout with these files; {@link closeScenarios} ends both. */
export async function scenario(files: Files, options: SimulatorOptions = {}): Promise<Scenario> {
  const simulator = await start(options)
  const workspace = await folderWith(files)
  workspaces.push(workspace)
  const assets = (type: string, locale = 'en-US') => simulator.listing()[locale]?.[type] ?? []

  const startRun = async (inputs: Inputs = {}, more: Partial<BundleOptions> = {}) => {
    const seen = simulator.requests.length
    const {child, ended} = await startBundle({
      workspace,
      inputs: {...inputsFor(simulator), ...inputs},
      ...more,
    })
    children.add(child)
    const withRequests = async (): Promise<ScenarioRun> => {
      const run = await ended
      children.delete(child)
      const all = simulator.requests.slice(seen)
      const requests = all.filter(({host}) => host === 'api')
      return {
        ...run,
        requests,
        writes: requests.filter(({method}) => method !== 'GET'),
        parts: all.filter(({routeClass}) => routeClass === 'part'),
      }
    }
    return {child, ended: withRequests()}
  }
  return {
    simulator,
    workspace,
    start: startRun,
    async run(inputs, more) {
      const {ended} = await startRun(inputs, more)
      return ended
    },
    write: (more) => putInto(workspace, more),
    assets,
    names: (type, locale) => assets(type, locale).map(({fileName}) => fileName),
  }
}

/** Ends all scenarios with the runs that a failed test left, and throws what their simulators noted against the action. */
export async function closeScenarios(): Promise<void> {
  for (const child of children) child.kill('SIGKILL')
  await Promise.all(workspaces.splice(0).map((each) => rm(each, {recursive: true})))
  await closeAll()
}

/** What a workflow step says to use the simulator's team key. */
export function inputsFor({apiUrl, key}: Simulator): Inputs {
  return {
    'api-url': apiUrl,
    'bundle-id': 'com.example.app',
    'issuer-id': key.issuerId,
    'api-key-id': key.keyId,
    'api-private-key': key.privateKey,
  }
}

/** The smallest screenshots that Apple takes, each number a picture of its own. */
export async function shot(number: number): Promise<Buffer> {
  const colour = `#${((number * 7919 + 4660) % 0x1000000).toString(16).padStart(6, '0')}`
  return image(312, 390, {colour})
}

/** The display type of {@link shot}. */
export const WATCH = 'APP_WATCH_SERIES_3'

/** Where a screenshot of {@link WATCH} lies. */
export function place(fileName: string, locale = 'en-US'): string {
  return `screenshots/${locale}/${WATCH}/${fileName}`
}

/** Screenshots of {@link WATCH}: each name with the number of its picture. */
export async function shots(
  numbers: Readonly<Record<string, number>>,
  locale = 'en-US',
): Promise<Files> {
  const entries = Object.entries(numbers).map(
    async ([name, number]) => [place(name, locale), await shot(number)] as const,
  )
  return Object.fromEntries(await Promise.all(entries))
}

/** One app with one version that has one locale with one set of {@link WATCH}. */
export function storeWith(
  assets: readonly AssetSeed[],
  version: Partial<VersionSeed> = {},
): SimulatorOptions {
  const localizations = [{locale: 'en-US', sets: [{type: WATCH, assets}]}]
  return {
    apps: [
      {
        bundleId: 'com.example.app',
        versions: [{versionString: '1.0.0', localizations, ...version}],
      },
    ],
  }
}

/** What the store has from before: each name with the number of its picture. */
export async function stored(
  numbers: Readonly<Record<string, number>>,
): Promise<readonly AssetSeed[]> {
  return Promise.all(
    Object.entries(numbers).map(async ([fileName, number]) => ({
      fileName,
      bytes: await shot(number),
    })),
  )
}
