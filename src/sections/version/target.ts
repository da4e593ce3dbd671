import type {Client} from '../../connect/client.ts'
import type {Localization, Target} from '../../core/target.ts'
import type {App, ExistingVersion} from '../../core/vocabulary.ts'
import {createVersion, readInherited} from './create-version.ts'
import {findApp} from './find-app.ts'
import type {AppName} from './find-app.ts'
import {findVersion} from './find-version.ts'
import type {FoundVersion} from './find-version.ts'
import {readLocalizations} from './localizations.ts'
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
  readonly signal: AbortSignal
}

/** Sends no request until something is asked for. */
export function createTarget({client, app, version, signal}: TargetOptions): CreatableTarget {
  const foundApp = once(() => findApp(client, app))
  const foundVersion = once(async () => findVersion(client, await foundApp(), version))
  const foundLocalizations = once(async () => {
    const {version: own, predecessor} = await foundVersion()
    const source = own ?? predecessor
    return source === null ? [] : readLocalizations(client, source)
  })
  let created: {version: ExistingVersion; localizations: readonly Localization[]} | null = null
  return {
    app: foundApp,
    async version() {
      if (created !== null) return created.version
      const found = await foundVersion()
      return found.version ?? notCreated(version)
    },
    async localizations() {
      return created?.localizations ?? foundLocalizations()
    },
    async createVersion() {
      const made = await createVersion(client, await foundApp(), version, signal)
      const inherited = await foundLocalizations()
      const localizations = await readInherited(client, made, inherited, signal)
      created = {version: made, localizations}
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
