import type {Diagnostic} from '../diagnostic.ts'
import {nameOf} from '../step.ts'
import type {Step} from '../step.ts'
import type {App, Version} from '../vocabulary.ts'
import {NOT_AS_APPROVED} from './approved-plan.ts'
import type {ApprovedPlan} from './approved-plan.ts'
import {comparePlans} from './compare-plans.ts'
import type {ComparisonOptions, Difference} from './compare-plans.ts'

/** The current plan, with the app and version that it is for. */
export interface CurrentPlan {
  readonly app: App | null
  readonly version: Version | null
  readonly steps: readonly Step[]
}

/**
 * Every difference between the current plan and the approved one, as an error each.
 *
 * A version that did not exist when the plan was approved may exist now, created by this run or another one. Creating
 * it was approved, so that is no difference.
 *
 * @param opening - Names of the sections that create the version.
 */
export function disagreements(
  approved: ApprovedPlan,
  current: CurrentPlan,
  {factsOf, opening}: Pick<ComparisonOptions, 'factsOf'> & {readonly opening: ReadonlySet<string>},
): readonly Diagnostic[] {
  const versionWasCreated =
    approved.version?.id === null && current.version !== null && current.version.id !== null
  const otherSubject = subjectsDiffer(approved, current, versionWasCreated)
  if (otherSubject !== null) return [disagreement(approved.source, otherSubject)]

  const steps = approved.steps.filter(({section, subject}) => {
    return !versionWasCreated || !(opening.has(section) && subject.locale === null)
  })
  const options = {factsOf, sameVersion: !versionWasCreated}
  return comparePlans(steps, current.steps, options).map((difference) =>
    disagreement(
      pathOf(difference, approved.source),
      `${titleOf(difference.step)} ${describeDifference(difference)}`,
    ),
  )
}

/**
 * The part of an approved plan that is about some locales, for a run that the input `locales` limits.
 *
 * @param locales - In any case; empty for all.
 */
export function limitToLocales(approved: ApprovedPlan, locales: readonly string[]): ApprovedPlan {
  if (locales.length === 0) return approved
  const wanted = new Set(locales.map((locale) => locale.toLowerCase()))
  const steps = approved.steps.filter(
    ({subject: {locale}}) => locale === null || wanted.has(locale.toLowerCase()),
  )
  return {...approved, steps}
}

function subjectsDiffer(
  approved: ApprovedPlan,
  current: CurrentPlan,
  versionWasCreated: boolean,
): string | null {
  if (approved.app?.id !== current.app?.id) {
    return `is for the app ${approved.app?.bundleId} (${approved.app?.id}), and this run is for ${current.app?.bundleId} (${current.app?.id})`
  }
  if (approved.version?.versionString !== current.version?.versionString) {
    return `is for ${inVersion(approved.version)}, and this run is for ${inVersion(current.version)}`
  }
  if (!versionWasCreated && approved.version?.id !== current.version?.id) {
    return `is for another version ${approved.version?.versionString}, of another platform or since removed`
  }
  return null
}

function inVersion(version: Pick<Version, 'versionString'> | null): string {
  return version === null ? 'no version' : `version ${version.versionString}`
}

function pathOf({kind, step}: Difference, source: string): string {
  return kind === 'only-approved' ? source : (step.subject.file?.path ?? source)
}

function titleOf({action, subject}: Step): string {
  const what = action === 'create' || action === 'update' ? `${action} ${subject.noun}` : action
  return `${what} ${nameOf(subject)}`
}

function describeDifference({kind, fields}: Difference): string {
  switch (kind) {
    case 'only-approved':
      return 'was planned then, but not now'
    case 'only-current':
      return 'is planned now, but was not then'
    case 'differs':
      return `differs from the plan of then in: ${fields.join(', ')}`
  }
}

function disagreement(path: string, what: string): Diagnostic {
  return {
    severity: 'error',
    code: NOT_AS_APPROVED,
    what,
    next: 'make a new plan and have it approved, or bring back what was planned on',
    about: {path},
  }
}
