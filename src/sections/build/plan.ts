import {joinPlans} from '../../core/plan.ts'
import type {Plan} from '../../core/plan.ts'
import {versionReference} from '../../core/policy.ts'
import type {Policy} from '../../core/policy.ts'
import {planFields} from '../../fields/plan-fields.ts'
import {BUILD, buildInTheEnd, chosenBuild, ENCRYPTION, isProcessing, isUsable} from './build.ts'
import type {StoredBuilds, WantedBuild} from './build.ts'

/** Apple's types of the resources that have the fields. */
export const GROUPS = {build: 'appStoreVersions', encryption: 'builds'} as const

/**
 * Plans to give the version its build, and to answer the question about encryption, if the build does not answer it. A
 * build that Apple is still processing has a step that says so.
 */
export function planBuild(wanted: WantedBuild, have: StoredBuilds, policy: Policy): Plan {
  const {versionId, attached, all} = have
  const own = {section: BUILD, place: BUILD}
  const chosen = chosenBuild(wanted, all)
  const build = planFields({
    ...own,
    group: GROUPS.build,
    fields:
      chosen === null || !isUsable(chosen)
        ? []
        : // People see its number, whether it is declared or found; builds of several versions may have the same.
          wanted.build.map((field) => ({
            ...field,
            value: chosen.number,
            isSame: () => attached?.id === chosen.id,
          })),
    stored: {[BUILD]: attached?.number ?? null},
    resource: versionReference(versionId, policy),
    needs: policy.openingSteps,
  })
  const answers = buildInTheEnd(wanted, have)
  const encryption = planFields({
    ...own,
    group: GROUPS.encryption,
    fields: answers === null ? [] : wanted.encryption,
    stored: {[ENCRYPTION]: answers?.usesNonExemptEncryption ?? null},
    resource: {id: answers?.id ?? ''},
    needs: [],
  })
  const isWaited = chosen !== null && isProcessing(chosen)
  const steps = isWaited
    ? build.steps.map((step) => ({...step, reason: 'Apple is still processing it: the run waits'}))
    : build.steps
  return joinPlans([{...build, steps}, encryption])
}
