import {startStore} from '../start-store.ts'
import {CLIENTS} from './clients.ts'
import {readFolder} from './folder.ts'
import type {Folders} from './folders.ts'
import {mustMatch} from './must-match.ts'
import type {Cell, ClientName, Sample} from './sample.ts'
import {LATENCIES, PROCESSING, SCENARIOS} from './scenarios.ts'
import type {Scenario} from './scenarios.ts'

/** Of each client that takes no minutes. */
const ROUNDS = 3
const CLIENT_NAMES = ['action', 'sequential', 'bare'] as const

interface Place {
  readonly scenario: Scenario
  readonly latency: number
  readonly client: ClientName
}

/**
 * Measures every scenario with every latency. The clients take turns, so that a slow moment of the machine slows all of
 * them down. Runs that take minutes are made once and next to each other: nearly all of their time, they wait.
 *
 * @param quick - Leaves out what takes minutes.
 * @throws if a client fails, or leaves the store different from the folder.
 */
export async function measureCells(
  folders: Folders,
  {quick}: {readonly quick: boolean},
): Promise<readonly Cell[]> {
  const grounds = SCENARIOS.flatMap((scenario) => LATENCIES.map((latency) => ({scenario, latency})))
  const cells: Cell[] = []
  for (const ground of grounds) {
    const short = CLIENT_NAMES.map((client) => ({...ground, client})).filter(
      (place) => !isLong(place),
    )
    cells.push(...(await takeTurns(folders, short)))
  }
  if (quick) return cells
  const long = grounds.map((ground) => ({...ground, client: 'sequential'}) as const).filter(isLong)
  const once = long.map(async (place) => cellOf(place, [await measure(folders, place)]))
  return inOrder([...cells, ...(await Promise.all(once))])
}

/** Each scenario and latency with the clients side by side. */
function inOrder(cells: readonly Cell[]): readonly Cell[] {
  const titles = SCENARIOS.map(({title}) => title)
  return cells.toSorted(
    (one, other) =>
      titles.indexOf(one.scenario) - titles.indexOf(other.scenario) ||
      one.latency - other.latency ||
      CLIENT_NAMES.indexOf(one.client) - CLIENT_NAMES.indexOf(other.client),
  )
}

function isLong({scenario, client}: Place): boolean {
  return scenario.isLong && client === 'sequential'
}

async function takeTurns(folders: Folders, places: readonly Place[]): Promise<readonly Cell[]> {
  const cells = places.map((place) => ({place, samples: [] as Sample[]}))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const {place, samples} of cells) samples.push(await measure(folders, place))
  }
  return cells.map(({place, samples}) => cellOf(place, samples))
}

function cellOf({scenario, latency, client}: Place, samples: readonly Sample[]): Cell {
  return {scenario: scenario.title, files: scenario.files, latency, client, samples}
}

/** One run against a store of its own. */
async function measure(folders: Folders, {scenario, latency, client}: Place): Promise<Sample> {
  const {wanted, before} = scenario
  const store = await startStore({
    ...scenario.store,
    processing: 'accept',
    processingMilliseconds: PROCESSING,
    latency,
    ...(before === null ? {} : {planted: folders[before]}),
    // It needs more than Apple allows, and knows no way to wait.
    ...(client === 'sequential' ? {hourlyLimit: 1_000_000} : {}),
  })
  try {
    const workspace = folders[wanted]
    const folder = await readFolder(workspace)
    const task = {store, workspace, folder, processingMilliseconds: PROCESSING}
    const sample = await CLIENTS[client](task)
    await mustMatch(store, folder)
    const seconds = (sample.milliseconds / 1000).toFixed(2)
    console.error(`${scenario.title}, ${latency} ms, ${client}: ${seconds} s`)
    return sample
  } finally {
    await store.close()
  }
}
