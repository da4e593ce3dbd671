/** The double of App Store Connect as a process of its own, so that its work is not taken for the action's. */
import type {ListedFile} from '../../simulator/entities/planting.ts'
import {startSimulator} from '../../simulator/simulator.ts'
import {plantFolder} from './comparison/plant-folder.ts'
import type {StoreCount, StoreMessage, StoreOptions} from './start-store.ts'

const options: StoreOptions = JSON.parse(process.argv[2] ?? '{}')
const {latency, slow, planted, ...rest} = options
const apps = planted === undefined ? {} : {apps: [await plantFolder(planted)]}
const simulator = await startSimulator({...rest, ...apps})
simulator.faults.add({
  match: {},
  times: Number.POSITIVE_INFINITY,
  effect: {kind: 'delay', milliseconds: latency},
})
if (slow !== undefined) {
  const {fileName, milliseconds: tookMilliseconds} = slow
  simulator.faults.addProcessing({fileName, outcome: {tookMilliseconds}})
}

let answeredAt = 0
let committedAt = 0
let connectionsBefore = 0
let partsDone = 0
let mostParts = 0
simulator.onApplied(({host, routeClass}) => {
  if (routeClass === 'part') {
    // The number only falls here, so that it was highest right before.
    const begun = simulator.requests.filter((each) => each.routeClass === 'part').length
    mostParts = Math.max(mostParts, begun - partsDone)
    partsDone += 1
  }
  if (host !== 'api') return
  answeredAt = Date.now() + latency
  if (routeClass === 'commit') committedAt = Date.now()
})

process.on('message', (command) => {
  if (command === 'count') tell({count: count()})
  if (command === 'archives') tell({archives: archives()})
  if (command === 'listing') tell({listing: simulator.listing()})
  if (command === 'clear') clear()
  if (command === 'close') process.disconnect()
})
// Also when the benchmark has died.
process.once('disconnect', () => void simulator.close())
tell({apiUrl: simulator.apiUrl, key: simulator.key})

function clear(): void {
  simulator.clearRequests()
  connectionsBefore = simulator.connections()
  partsDone = 0
  mostParts = 0
}

function archives(): readonly ListedFile[] {
  return simulator.records('backgroundAssetUploadFiles').flatMap(({file}) => file ?? [])
}

function count(): StoreCount {
  const api = simulator.requests.filter(({host}) => host === 'api')
  const of = (name: string) => api.filter(({routeClass}) => routeClass === name).length
  return {
    requests: api.length,
    writes: api.filter(({method}) => method !== 'GET').length,
    reorders: of('reorder'),
    setLists: of('set-list'),
    mostParts,
    connections: simulator.connections() - connectionsBefore,
    firstAt: api[0]?.at ?? Number.NaN,
    answeredAt,
    committedAt,
  }
}

function tell(message: StoreMessage): void {
  process.send?.(message)
}
