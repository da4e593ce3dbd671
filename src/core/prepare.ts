import {disagreements} from './approval/agree.ts'
import type {ApprovedPlan} from './approval/approved-plan.ts'
import type {FoundSection, PlannedSection, ReadSection} from './any-section.ts'
import {isError} from './diagnostic.ts'
import type {Diagnostic} from './diagnostic.ts'
import {lookUpTarget} from './look-up-target.ts'
import type {CoreTarget} from './look-up-target.ts'
import {joinPlans} from './plan.ts'
import type {Plan} from './plan.ts'
import {planSections} from './plan-sections.ts'
import type {Policy} from './policy.ts'
import {barrier} from './schedule.ts'
import type {Step} from './step.ts'
import type {ChecklistItem, View} from './view.ts'
import type {App, StorePicture, Version} from './vocabulary.ts'

export interface PrepareOptions {
  readonly sections: readonly FoundSection[]
  readonly target: CoreTarget
  readonly policy: Pick<Policy, 'prune' | 'waits'>
  /** The approved plan that the new one must agree with, or null if no approval is needed. */
  readonly approved: ApprovedPlan | null
  /**
   * What Apple needs of what the run does not manage, to complete a list of everything that Apple needs; null if nobody
   * wants such a list.
   */
  readonly unmanaged: readonly ChecklistItem[] | null
  /** Whether this job carries out the steps without a locale; of several shards only the last one does. */
  readonly includesUnlocalized: boolean
}

/** A plan with all that it was made of. */
export interface Prepared {
  readonly app: App
  readonly version: Version | null
  readonly sections: readonly PlannedSection[]
  readonly plan: Plan
  /** About the wanted content, apart from the plan. */
  readonly warnings: readonly Diagnostic[]
  readonly pictures: ReadonlyMap<string, StorePicture>
  /** Outputs of the step by name, if nothing is carried out. */
  readonly outputs: Readonly<Record<string, string>>
  /** What Apple needs before the version can be submitted; null if nobody asked for it. */
  readonly requirements: readonly ChecklistItem[] | null
}

/** Reads and plans every section, and compares the whole plan with the approved one. */
export async function prepare({
  sections,
  target,
  policy,
  approved,
  unmanaged,
  includesUnlocalized,
}: PrepareOptions): Promise<Prepared> {
  const [read, {app, version}] = await Promise.all([
    Promise.all(sections.map((each) => each.read())),
    lookUpTarget(
      target,
      sections.map(({section}) => section),
    ),
  ])
  const found = (await Promise.all(read.map((each) => each.check()))).flat()

  const isNewVersion = version !== null && version.id === null
  const {sections: planned, openingSteps} = planSections(read, {...policy, isNewVersion})
  const own = joinPlans(planned.map(inTurn))
  const kept = includesUnlocalized
    ? own
    : {...own, steps: own.steps.filter(hasLocaleOr(openingSteps))}
  const factsOf = (step: Step) => {
    const section = sections.find(({section: {name}}) => name === step.section)
    return section?.section.facts(step) ?? {}
  }
  const opening = new Set(
    sections.filter(({section}) => section.opens).map(({section}) => section.name),
  )
  const then =
    approved === null || includesUnlocalized ? approved : withoutUnlocalized(approved, opening)
  const others =
    then === null ? [] : disagreements(then, {app, version, steps: kept.steps}, {factsOf, opening})
  return {
    app,
    version,
    sections: planned,
    plan: withErrors(kept, found.filter(isError), others),
    warnings: found.filter((diagnostic) => !isError(diagnostic)),
    pictures: new Map(read.flatMap((each) => [...each.pictures])),
    outputs: outputsOf(read),
    requirements:
      unmanaged === null
        ? null
        : [...planned.flatMap(({requirements}) => requirements), ...unmanaged],
  }
}

function outputsOf(read: readonly ReadSection[]): Prepared['outputs'] {
  return Object.fromEntries(read.flatMap(({outputs}) => Object.entries(outputs)))
}

/** The own steps of a section come after all steps of the sections that it names. */
function inTurn({section: {name, after}, plan}: PlannedSection): Plan {
  if (after.length === 0) return plan
  const needs = after.map(barrier)
  const steps = plan.steps.map((step) =>
    step.section === name ? {...step, needs: [...step.needs, ...needs]} : step,
  )
  return {...plan, steps}
}

function hasLocaleOr(ids: readonly string[]): (step: Step) => boolean {
  return ({id, subject}) => subject.locale !== null || ids.includes(id)
}

function withoutUnlocalized(approved: ApprovedPlan, opening: ReadonlySet<string>): ApprovedPlan {
  const steps = approved.steps.filter(
    ({subject, section}) => subject.locale !== null || opening.has(section),
  )
  return {...approved, steps}
}

/** As with any other error in the folder, a plan with a bad file has no steps, only the errors. */
function withErrors(plan: Plan, bad: readonly Diagnostic[], others: readonly Diagnostic[]): Plan {
  if (bad.length === 0) return {...plan, diagnostics: [...plan.diagnostics, ...others]}
  return {
    steps: [],
    settled: plan.settled.filter(({state}) => state !== 'undecided'),
    diagnostics: [...plan.diagnostics.filter(isError), ...bad, ...others],
  }
}

/** What the sections show, given what became of the plan. */
export function viewsOf(
  {sections, requirements}: Pick<Prepared, 'sections' | 'requirements'>,
  plan: Plan,
): readonly View[] {
  const views = sections.flatMap((each) => each.views(plan))
  return requirements === null
    ? views
    : [...views, {shape: 'checklist', title: 'Before review', items: requirements}]
}
