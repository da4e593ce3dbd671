import type {Diagnostic, FilePosition} from '../diagnostic.ts'
import {nameOf} from '../step.ts'
import type {Step} from '../step.ts'
import type {AppIdentity, Version} from '../vocabulary.ts'
import {NOT_AS_APPROVED} from './approved-plan.ts'
import type {ApprovedPlan} from './approved-plan.ts'
import {comparePlans} from './compare-plans.ts'
import type {ComparisonOptions, Difference} from './compare-plans.ts'

/** The current plan, with the app and version that it is for. */
export interface CurrentPlan {
  readonly app: AppIdentity | null
  readonly version: Version | null
  readonly steps: readonly Step[]
}

/**
 * Every difference between the current plan and the approved one, as an error each.
 *
 * What opens the work, such as a version, may exist now although it did not when the plan was approved, created by this
 * run or another one. Creating it was approved, so it does not count as a difference.
 *
 * @param opening - Names of the sections that create them.
 */
export function disagreements(
  approved: ApprovedPlan,
  current: CurrentPlan,
  {factsOf, opening}: Pick<ComparisonOptions, 'factsOf'> & {readonly opening: ReadonlySet<string>},
): readonly Diagnostic[] {
  const versionWasCreated =
    approved.version?.id === null && current.version !== null && current.version.id !== null
  const otherSubject = subjectsDiffer(approved, current, versionWasCreated)
  if (otherSubject !== null) return [disagreement({path: approved.source}, otherSubject)]

  const planned = new Set(current.steps.map(({id}) => id))
  const steps = approved.steps.filter(
    ({id, section, subject}) =>
      planned.has(id) || !(opening.has(section) && subject.locale === null),
  )
  const isOpened = steps.length < approved.steps.length
  const options = {factsOf, sameVersion: !versionWasCreated && !isOpened}
  return comparePlans(steps, current.steps, options).map((difference) => {
    const {kind, step} = difference
    const what = describeDifference(difference)
    const {file} = step.subject
    return kind !== 'only-approved' && file !== null
      ? disagreement({path: file.path}, `${what} (${doing(step)})`)
      : disagreement({path: approved.source}, `${doing(step)} ${nameOf(step.subject)}: ${what}`)
  })
}

/**
 * The part of an approved plan that is about some locales, for a run that `locales` limits.
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
    return `is for the app ${approved.app?.bundleId} (${approved.app?.id}), but this run is for ${current.app?.bundleId} (${current.app?.id})`
  }
  if (approved.version?.versionString !== current.version?.versionString) {
    return `is for ${inVersion(approved.version)}, but this run is for ${inVersion(current.version)}`
  }
  if (!versionWasCreated && approved.version?.id !== current.version?.id) {
    return `is for a different version ${approved.version?.versionString}: one of another platform, or one that was deleted since`
  }
  return null
}

function inVersion(version: Pick<Version, 'versionString'> | null): string {
  return version === null ? 'no version' : `version ${version.versionString}`
}

/** `upload`, `create locale`. */
function doing({action, subject}: Step): string {
  return action === 'create' || action === 'update' ? `${action} ${subject.noun}` : action
}

function describeDifference({kind, fields}: Difference): string {
  switch (kind) {
    case 'only-approved':
      return 'no longer planned'
    case 'only-current':
      return 'not in the approved plan'
    case 'differs':
      return `${fields.join(' and ')} changed`
  }
}

function disagreement(about: FilePosition, what: string): Diagnostic {
  return {
    severity: 'error',
    code: NOT_AS_APPROVED,
    what,
    next: 'make a new plan and have it approved, or undo what has changed since',
    about,
  }
}
