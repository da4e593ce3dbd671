import type {VersionPartName} from '../../apple/version-parts.ts'
import type {Client} from '../../connect/client.ts'
import type {Localization, Target, VersionPart} from '../../core/target.ts'
import type {App, ExistingVersion} from '../../core/vocabulary.ts'
import {createVersion, readInherited} from './create-version.ts'
import {findApp} from './find-app.ts'
import type {AppName} from './find-app.ts'
import {findVersion} from './find-version.ts'
import type {FoundVersion} from './find-version.ts'
import {readLocalizations} from './localizations.ts'
import {isPart, readInheritedParts, readPart} from './parts.ts'
import type {Parts} from './parts.ts'
import type {WantedVersion} from './wanted-version.ts'

/** A target whose version can be created. */
export interface CreatableTarget extends Target {
  /** Creates the wanted version, which is the target from then on. */
  createVersion(): Promise<ExistingVersion>
}

export interface TargetOptions {
  readonly client: Client
  readonly app: AppName
  readonly version: WantedVersion
  /** What to read with the version. */
  readonly parts: readonly VersionPartName[]
  readonly signal: AbortSignal
}

interface Created {
  readonly version: ExistingVersion
  readonly localizations: () => Promise<readonly Localization[]>
  readonly parts: Parts
}

/** Sends no request until something is asked for. */
export function createTarget({
  client,
  app,
  version,
  parts,
  signal,
}: TargetOptions): CreatableTarget {
  const foundApp = once(() => findApp(client, app))
  const foundVersion = once(async () => findVersion(client, await foundApp(), version, parts))
  const foundLocalizations = once(async () => {
    const {version: own, predecessor} = await foundVersion()
    const source = own ?? predecessor
    return source === null ? [] : readLocalizations(client, source)
  })
  const readParts = new Map<string, Promise<VersionPart | null>>()
  let created: Created | null = null
  return {
    app: foundApp,
    async version() {
      if (created !== null) return created.version
      const found = await foundVersion()
      return found.version ?? notCreated(version)
    },
    async localizations() {
      return (created?.localizations ?? foundLocalizations)()
    },
    async part(name) {
      if (!isPart(name)) throw new Error(`${name} is not read with a version.`)
      const {version: own, predecessor, parts: found} = await foundVersion()
      const source = created?.version ?? own ?? predecessor
      if (source === null) return null
      const known = (created?.parts ?? found.get(source.id))?.get(name)
      if (known !== undefined) return known
      const key = `${source.id} ${name}`
      const reading = readParts.get(key) ?? readPart(client, source, name)
      readParts.set(key, reading)
      return reading
    },
    async createVersion() {
      const made = await createVersion(client, await foundApp(), version, signal)
      const {predecessor, parts: found} = await foundVersion()
      const before = found.get(predecessor?.id ?? '') ?? new Map()
      created = {
        version: made,
        localizations: once(async () =>
          readInherited(client, made, await foundLocalizations(), signal),
        ),
        parts: await readInheritedParts(client, made, before, signal),
      }
      return made
    },
  }
}

function notCreated({versionString}: WantedVersion) {
  return {id: null, versionString: versionString ?? '', state: 'not created'}
}

/** Asks once and remembers the answer. */
function once<Answer extends App | FoundVersion | readonly Localization[]>(
  ask: () => Promise<Answer>,
): () => Promise<Answer> {
  let answer: Promise<Answer> | null = null
  return () => (answer ??= ask())
}
