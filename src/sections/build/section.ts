import type {Platform} from '../../core/platforms.ts'
import {requireStore} from '../../core/require-store.ts'
import type {Section} from '../../core/section.ts'
import type {Target} from '../../core/target.ts'
import {factsOfField, fieldDetailSchema} from '../../fields/detail.ts'
import type {FieldDetail} from '../../fields/detail.ts'
import {findDeclared} from '../../fields/find-declared.ts'
import type {DeclaredOptions} from '../../fields/find-declared.ts'
import {performFields} from '../../fields/perform-fields.ts'
import {viewFields} from '../../fields/view-fields.ts'
import {asBuild, BUILD, chosenBuild, wantedBuild} from './build.ts'
import type {StoredBuilds, WantedBuild} from './build.ts'
import {checkBuild} from './check.ts'
import {planBuild} from './plan.ts'
import {pullBuild} from './pull.ts'
import {readSettledBuilds} from './read-builds.ts'
import type {BuildWaitOptions} from './read-builds.ts'
import {sendBuild} from './requests.ts'
import {requirementsOfBuild} from './requirements.ts'

export interface BuildOptions extends Pick<DeclaredOptions, 'findMetadata'> {
  readonly platform: Platform
  /** How long to wait for a build that Apple is processing, in milliseconds. */
  readonly processingTimeout: number
  /** Whether the plan is carried out. Then a build that is not ready in time is an error. */
  readonly applies: boolean
  /** Null if the run does not use App Store Connect. */
  readonly store: (Omit<BuildWaitOptions, 'timeout'> & {readonly target: Target}) | null
}

/** The build of the version, and what it says of encryption. */
export function buildSection(
  options: BuildOptions,
): Section<WantedBuild, StoredBuilds, FieldDetail> {
  const {platform, processingTimeout: timeout} = options
  return {
    name: BUILD,
    after: [],
    opens: false,
    scope: 'version',
    detail: fieldDetailSchema,
    find: (signal) => findDeclared(options, signal, wantedBuild),
    async read(wanted) {
      const {target, ...store} = requireStore(options.store)
      const [{id: versionId, versionString}, part] = await Promise.all([
        target.version(),
        target.part('build'),
      ])
      // A new version has none, whatever the one before it has.
      const isThere = versionId !== null && part !== null
      const {id: appId} = await target.app()
      const train = {appId, versionString, platform}
      const all =
        wanted.build.length === 0
          ? null
          : await readSettledBuilds({...store, timeout}, train, wanted)
      const attached = isThere ? asBuild(part.id, part.attributes) : null
      return {versionId, versionString, attached, all}
    },
    check: async (wanted, have) => checkBuild(wanted, have, options.applies),
    plan: planBuild,
    requirements: requirementsOfBuild,
    perform({wanted, have, steps, idOf}) {
      const {client} = requireStore(options.store)
      const chosen = chosenBuild(wanted, have.all)
      return performFields({
        steps,
        idOf,
        fields: [...wanted.build, ...wanted.encryption],
        send: (sent) => sendBuild(client, sent, chosen),
      })
    },
    facts: factsOfField,
    view: (wanted, known) =>
      viewFields(
        BUILD,
        [{place: BUILD, title: 'Build', fields: fieldsShown(wanted, known?.have ?? null)}],
        known?.plan ?? null,
      ),
    pull: () => pullBuild(requireStore(options.store).target),
    pictures: () => new Map(),
  }
}

/** People see the number of the build, even if the latest one is declared. */
function fieldsShown(wanted: WantedBuild, have: StoredBuilds | null) {
  const chosen = chosenBuild(wanted, have?.all ?? null)
  const build =
    chosen === null ? wanted.build : wanted.build.map((field) => ({...field, value: chosen.number}))
  return [...build, ...wanted.encryption]
}
