import {NOT_AS_APPROVED} from './approved-plan.ts'
import type {ApprovedPlan} from './approved-plan.ts'
import type {Plan, Step} from '../plan.ts'
import type {Problem} from '../diagnostic.ts'
import {comparePlans} from './compare-plans.ts'
import type {Difference} from './compare-plans.ts'

/** A plan with what it is for, as of now. */
export interface PlanOfNow extends Pick<ApprovedPlan, 'app' | 'version'> {
  readonly plan: Plan
}

/**
 * What keeps the plan of now from being the one that was approved, a problem for each difference.
 *
 * A version that did not exist then may exist now, made by this run or by another one: that was approved, and so is all
 * that comes after it.
 */
export function disagreements(then: ApprovedPlan, now: PlanOfNow): readonly Problem[] {
  const isMade = then.version.id === null && now.version.id !== null
  const otherSubject = subjectsDiffer(then, now, isMade)
  if (otherSubject !== null) return [problem(then.source, otherSubject)]

  const steps = then.plan.steps.filter(({kind}) => !isMade || kind !== 'create-version')
  return comparePlans({...then.plan, steps}, now.plan, !isMade).map((difference) =>
    problem(pathOf(difference, then.source), `${nameOf(difference.step)} ${inWords(difference)}`),
  )
}

/**
 * What of an approved plan is about some locales: a run that the input `locales` limits does a part of it.
 *
 * @param locales - In any case; empty for all.
 */
export function limitTo(approved: ApprovedPlan, locales: readonly string[]): ApprovedPlan {
  if (locales.length === 0) return approved
  const wanted = new Set(locales.map((locale) => locale.toLowerCase()))
  const steps = approved.plan.steps.filter(
    ({locale}) => locale === null || wanted.has(locale.toLowerCase()),
  )
  return {...approved, plan: {...approved.plan, steps}}
}

function subjectsDiffer(then: ApprovedPlan, now: PlanOfNow, isMade: boolean): string | null {
  if (then.app.id !== now.app.id) {
    return `is for the app ${then.app.bundleId} (${then.app.id}), and this run is for ${now.app.bundleId} (${now.app.id})`
  }
  if (then.version.versionString !== now.version.versionString) {
    return `is for version ${then.version.versionString}, and this run is for ${now.version.versionString}`
  }
  if (!isMade && then.version.id !== now.version.id) {
    return `is for another version ${then.version.versionString}, of another platform or since removed`
  }
  return null
}

function pathOf({kind, step}: Difference, source: string): string {
  return kind !== 'only-then' && 'path' in step ? step.path : source
}

function nameOf(step: Step): string {
  if (step.kind === 'create-version') return `${step.kind} ${step.versionString}`
  const place = [step.locale, step.type, step.fileName].filter((part) => part !== null)
  return `${step.kind} ${place.join('/')}`
}

function inWords({kind, fields}: Difference): string {
  switch (kind) {
    case 'only-then':
      return 'was planned then, but not now'
    case 'only-now':
      return 'is planned now, but was not then'
    case 'differs':
      return `differs from the plan of then in: ${fields.join(', ')}`
  }
}

function problem(path: string, finding: string): Problem {
  return {
    severity: 'error',
    code: NOT_AS_APPROVED,
    path,
    finding,
    expectation: 'make a new plan and have it approved, or bring back what was planned on',
  }
}
