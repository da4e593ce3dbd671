import {mkdtemp, rm} from 'node:fs/promises'
import {createServer} from 'node:http'
import type {RequestListener, Server} from 'node:http'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {createApi} from './http/api-host.ts'
import {loadContract} from './http/contract.ts'
import {addRecord, listRecords} from './entities/planting.ts'
import type {ListedRecord, RecordSeed} from './entities/planting.ts'
import {reflectState} from './entities/release-states.ts'
import {settleDue} from './store/due.ts'
import type {App, EntityType} from './store/records.ts'
import type {BuildSeed} from './store/seeds.ts'
import {createCredentials} from './http/credentials.ts'
import type {IndividualKey, TeamKey} from './http/credentials.ts'
import {exchange} from './http/exchange.ts'
import type {Host} from './http/exchange.ts'
import {createFaults} from './http/faults.ts'
import type {Faults} from './http/faults.ts'
import {listedTexts, listing} from './store/listing.ts'
import type {StoreListing} from './store/listing.ts'
import {settle} from './options.ts'
import type {SimulatorOptions} from './options.ts'
import {createRateLimit} from './http/rate-limit.ts'
import type {RecordedRequest} from './http/recorder.ts'
import {plant, plantBuild} from './store/plant.ts'
import {createStore, versionOf} from './store/store.ts'
import {createUploads} from './http/upload-host.ts'
import type {Texts} from './version/texts.ts'
import type {World} from './store/world.ts'

export type {SimulatorOptions} from './options.ts'
export type {RecordedRequest} from './http/recorder.ts'

export interface VersionSummary {
  readonly id: string
  readonly platform: string
  readonly versionString: string
  readonly state: string
  readonly copyright: string | null
  readonly releaseType: string | null
  readonly earliestReleaseDate: string | null
}

type AppliedListener = (request: RecordedRequest) => void | Promise<void>

/** A running double of App Store Connect. */
export interface Simulator {
  readonly apiUrl: string
  readonly uploadUrl: string
  /** Ids of the apps that it started with. */
  readonly appIds: readonly string[]
  readonly key: TeamKey
  readonly individualKey: IndividualKey
  /** In the order of their arrival, since the start or the last {@link Simulator.clearRequests}. */
  readonly requests: readonly RecordedRequest[]
  /** Forgets the requests, and what the contract had against them. */
  clearRequests(): void
  /** What the store would show; see `listing.ts`. */
  listing(versionString?: string, platform?: string): StoreListing
  /** The texts that the store has by locale, each by Apple's name; null for one that is not set. */
  texts(versionString?: string): Readonly<Record<string, Texts>>
  /** Records of a kind that is neither of a version, nor a localization, set, screenshot or preview. */
  records(type: EntityType): readonly ListedRecord[]
  /** What a person makes in App Store Connect. @returns its id. */
  addRecord(seed: RecordSeed): string
  /** A build as Xcode uploads it, of the first app if no other is named. @returns its id. */
  addBuild(seed: BuildSeed, appId?: string): string
  versions(): readonly VersionSummary[]
  /** What the store has of each app itself. */
  apps(): readonly App[]
  /** What a person or Apple does meanwhile, such as submitting the version; app info and submission go along. */
  setVersionState(id: string, state: string): void
  /** Refuses from now on every token that was used so far, as if their time was up. */
  revokeTokens(): void
  /** TCP connections that both hosts have accepted so far. */
  connections(): number
  readonly faults: Faults
  /** What a client must never do (such as a token sent to the upload host), and failures of the simulator. */
  readonly violations: readonly string[]
  /** Requests that Apple's OpenAPI file does not have; only with ASC_OPENAPI. */
  readonly contractViolations: readonly string[]
  /** Called after a request took effect and before it is answered. */
  onApplied(listener: AppliedListener): void
  close(): Promise<void>
}

/** Starts an API host and an upload host, each on a free port of the loopback interface. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const settings = settle(options)
  const contract = await loadContract(process.env['ASC_OPENAPI'])
  const directory = await mkdtemp(path.join(tmpdir(), 'simulator-'))
  const faults = createFaults()
  const requests: RecordedRequest[] = []
  const listeners: AppliedListener[] = []
  const violations: string[] = []
  const contractViolations: string[] = []
  const origins = {api: '', upload: ''}
  const counted = {connections: 0}
  const world: World = {
    settings,
    store: createStore(),
    credentials: createCredentials(settings.now),
    faults,
    targets: new Map(),
    directory,
    uploadUrl: () => origins.upload,
    violations,
    due: [],
    jobs: new Set(),
  }

  const hostOf = (name: Host['name'], perform: Host['perform']): Host => ({
    name,
    faults,
    perform,
    record(known) {
      const request: RecordedRequest = {...known, at: Date.now(), body: undefined, status: 0}
      requests.push(request)
      if (name === 'api') contractViolations.push(...contract(request))
      return request
    },
    async applied(request) {
      for (const listener of listeners) await listener(request)
    },
    fail(error) {
      violations.push(
        `The simulator failed: ${error instanceof Error ? error.stack : String(error)}`,
      )
    },
  })
  const start = async (listener: RequestListener): Promise<[Server, string]> => {
    const server = createServer({keepAliveTimeout: 60_000, requestTimeout: 0}, listener)
    server.on('connection', () => {
      counted.connections += 1
    })
    return [server, await listen(server, settings.host)]
  }

  const [uploadServer, uploadUrl] = await start(exchange(hostOf('upload', createUploads(world))))
  origins.upload = uploadUrl
  const api = createApi(world, createRateLimit(settings, settings.now))
  const [apiServer, apiUrl] = await start(exchange(hostOf('api', api)))
  plant(world, settings.apps)

  return {
    apiUrl,
    uploadUrl,
    appIds: [...world.store.apps.keys()],
    key: world.credentials.key,
    individualKey: world.credentials.individualKey,
    requests,
    clearRequests() {
      requests.length = 0
      contractViolations.length = 0
    },
    listing: (versionString, platform) => listing(world, versionString, platform),
    texts: (versionString) => listedTexts(world, versionString),
    records(type) {
      settleDue(world)
      return listRecords(world, type)
    },
    addRecord: (seed) => addRecord(world, seed),
    addBuild(seed, appId = [...world.store.apps.keys()][0] ?? '') {
      return plantBuild(world, appId, seed)
    },
    versions() {
      settleDue(world)
      return [...world.store.versions.values()].map((version) => {
        const {id, platform, versionString, state, copyright} = version
        const {releaseType, earliestReleaseDate} = version
        return {id, platform, versionString, state, copyright, releaseType, earliestReleaseDate}
      })
    },
    apps: () => [...world.store.apps.values()].map((app) => ({...app})),
    setVersionState(id, state) {
      settleDue(world)
      const version = versionOf(world.store, id)
      version.state = state
      reflectState(world, version)
    },
    revokeTokens: () => world.credentials.revokeTokens(),
    connections: () => counted.connections,
    faults,
    violations,
    contractViolations,
    onApplied(listener) {
      listeners.push(listener)
    },
    async close() {
      await Promise.all([stop(apiServer), stop(uploadServer)])
      await Promise.all(world.jobs)
      await rm(directory, {recursive: true, force: true})
    },
  }
}

async function listen(server: Server, host: string): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, host, resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`
}

async function stop(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
