import type {Client} from '../../connect/client.ts'
import {joinPlans} from '../../core/plan.ts'
import {versionReference} from '../../core/policy.ts'
import {requireStore} from '../../core/require-store.ts'
import type {Section} from '../../core/section.ts'
import type {Target} from '../../core/target.ts'
import {factsOfField, fieldDetailSchema} from '../../fields/detail.ts'
import type {FieldDetail} from '../../fields/detail.ts'
import {secretsIn} from '../../fields/field.ts'
import {findDeclared} from '../../fields/find-declared.ts'
import type {DeclaredOptions} from '../../fields/find-declared.ts'
import {performFields} from '../../fields/perform-fields.ts'
import {planFields} from '../../fields/plan-fields.ts'
import {fieldRequirement} from '../../fields/requirement.ts'
import {viewFields} from '../../fields/view-fields.ts'
import {checkRelease} from './check.ts'
import {pullRelease} from './pull.ts'
import {fieldsOfRelease, groupsOfRelease, RELEASE, wantedRelease} from './release.ts'
import type {StoredRelease, WantedRelease} from './release.ts'
import {sendRelease} from './requests.ts'

export interface ReleaseOptions extends DeclaredOptions {
  /** Null if the run does not use App Store Connect. */
  readonly store: {
    readonly client: Client
    readonly target: Target
    readonly signal: AbortSignal
  } | null
}

/** How the version is released: copyright, release type, earliest date and phased release. */
export function releaseSection(
  options: ReleaseOptions,
): Section<WantedRelease, StoredRelease, FieldDetail> {
  let isCreated = false
  return {
    name: RELEASE,
    after: [],
    opens: false,
    scope: 'version',
    detail: fieldDetailSchema,
    find: (signal) => findDeclared(options, signal, wantedRelease),
    async read({version}) {
      const {target} = requireStore(options.store)
      const [{id: versionId}, attributes, phased] = await Promise.all([
        target.version(),
        target.versionAttributes(),
        target.part('appStoreVersionPhasedRelease'),
      ])
      secretsIn(version, attributes).forEach(options.addSecret)
      isCreated ||= versionId === null
      // A new version has none, whatever the one before it has [inferred].
      const phasedReleaseId = versionId === null ? null : (phased?.id ?? null)
      return {versionId, attributes, compared: isCreated ? {} : attributes, phasedReleaseId}
    },
    check: async (wanted, have) => checkRelease(wanted, have),
    plan: (wanted, have, policy) =>
      joinPlans(
        groupsOfRelease(wanted, have).map((group) =>
          planFields({
            ...group,
            section: RELEASE,
            place: RELEASE,
            resource: versionReference(have.versionId, policy),
            needs: policy.openingSteps,
          }),
        ),
      ),
    requirements: (wanted, {attributes}, plan) => [
      fieldRequirement({section: RELEASE, fields: fieldsOfRelease(wanted), plan}, 'copyright', {
        title: 'Copyright',
        stored: attributes['copyright'],
      }),
    ],
    perform({wanted, have, steps, idOf}) {
      const store = requireStore(options.store)
      return performFields({
        steps,
        idOf,
        fields: fieldsOfRelease(wanted),
        send: (sent) => sendRelease(store, sent, have),
      })
    },
    facts: factsOfField,
    view: (wanted, known) =>
      viewFields(
        RELEASE,
        [{place: RELEASE, title: 'Release of the version', fields: fieldsOfRelease(wanted)}],
        known?.plan ?? null,
      ),
    pull: () => pullRelease(requireStore(options.store).target),
    pictures: () => new Map(),
  }
}
