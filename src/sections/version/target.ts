import {isPart} from '../../apple/version-parts.ts'
import type {WantedParts} from '../../apple/version-parts.ts'
import type {Client} from '../../connect/client.ts'
import type {AppInfo, Localization, Target, VersionPart} from '../../core/target.ts'
import type {ExistingVersion} from '../../core/vocabulary.ts'
import {readAppInfo} from './app-info.ts'
import {attributesOf, NO_ATTRIBUTES, VERSION_ATTRIBUTES} from './attributes.ts'
import type {VersionAttributes} from './attributes.ts'
import {createVersion, readInherited} from './create-version.ts'
import {findApp} from './find-app.ts'
import type {AppName} from './find-app.ts'
import {findVersion, isOnlyVersion, readVersionState} from './find-version.ts'
import {readLocalizations} from './localizations.ts'
import {readInheritedParts, readPart} from './parts.ts'
import type {Parts} from './parts.ts'
import type {WantedVersion} from './wanted-version.ts'

/** A target whose version can be created. */
export interface CreatableTarget extends Target {
  /** Creates the wanted version, which is the target from then on. */
  createVersion(): Promise<ExistingVersion>
  /** Reads the state of the version anew, once it was taken back from review. */
  reopen(): Promise<void>
}

export interface TargetOptions {
  readonly client: Client
  readonly app: AppName
  readonly version: WantedVersion
  /** What to read with the version. */
  readonly parts: WantedParts
  readonly signal: AbortSignal
}

interface Created {
  readonly version: ExistingVersion
  readonly localizations: () => Promise<readonly Localization[]>
  readonly parts: Parts
  readonly attributes: () => Promise<VersionAttributes>
}

/** Sends no request until something is asked for. */
export function createTarget({
  client,
  app,
  version,
  parts,
  signal,
}: TargetOptions): CreatableTarget {
  const listedApp = once(() => findApp(client, app))
  const foundApp = async () => (await listedApp()).app
  const foundVersion = once(async () => findVersion(client, await foundApp(), version, parts))
  const foundLocalizations = once(async () => {
    const {version: own, predecessor} = await foundVersion()
    const source = own ?? predecessor
    return source === null ? [] : readLocalizations(client, source)
  })
  const readParts = new Map<string, Promise<VersionPart | null>>()
  let only: Promise<boolean> | null = null
  const isOnly = async (own: ExistingVersion) =>
    (only ??= isOnlyVersion(client, await foundApp(), version, own))
  let created: Created | null = null
  let reopened: ExistingVersion | null = null
  let info: Promise<AppInfo | null> | null = null
  const readInfo = async () => readAppInfo(client, await foundApp())
  return {
    app: foundApp,
    async contentRights() {
      return (await listedApp()).contentRights
    },
    async version() {
      if (created !== null) return created.version
      if (reopened !== null) return reopened
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
      const reading =
        readParts.get(key) ?? readPart(client, source, {name, fields: parts.get(name) ?? []})
      readParts.set(key, reading)
      return reading
    },
    async versionAttributes() {
      if (created !== null) return created.attributes()
      const {version: own, attributes} = await foundVersion()
      return attributes.get(own?.id ?? '') ?? NO_ATTRIBUTES
    },
    async isFirstVersion() {
      const {version: own, predecessor} = await foundVersion()
      return own === null ? predecessor === null : isOnly(own)
    },
    appInfo: () => (info ??= readInfo()),
    async reopen() {
      const {version: own} = await foundVersion()
      if (own !== null) reopened = {...own, state: await readVersionState(client, own)}
      // What is in review cannot be changed, and now it can.
      info = null
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
        parts: await readInheritedParts(client, made, {wanted: parts, before, signal}),
        attributes: once(async () => readAttributes(client, made)),
      }
      // A new version brings one that can be changed.
      info = null
      return made
    },
  }
}

function notCreated({versionString}: WantedVersion) {
  return {id: null, versionString: versionString ?? '', state: 'not created'}
}

async function readAttributes(client: Client, {id}: ExistingVersion): Promise<VersionAttributes> {
  const query = {'fields[appStoreVersions]': VERSION_ATTRIBUTES}
  return attributesOf(await client.get(`/v1/appStoreVersions/${id}`, query))
}

/** Asks once and remembers the answer. */
function once<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let answer: Promise<Answer> | null = null
  return () => (answer ??= ask())
}
