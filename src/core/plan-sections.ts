import type {PlannedSection, ReadSection} from './any-section.ts'
import {EMPTY_PLAN} from './plan.ts'
import type {Policy} from './policy.ts'

export interface PlannedSections {
  readonly sections: readonly PlannedSection[]
  /** Ids of the steps that come before everything else. */
  readonly openingSteps: readonly string[]
}

/** Plans those that open first, then the others in their order: each knows what was planned before it. */
export function planSections(
  read: readonly ReadSection[],
  policy: Omit<Policy, 'openingSteps' | 'earlier'>,
): PlannedSections {
  const sections: PlannedSection[] = []
  const openingSteps: string[] = []
  const others = () => sections.filter(({section}) => !section.opens)
  for (const each of read.toSorted((one, other) => opensFirst(one) - opensFirst(other))) {
    const earlier = {
      requirements: sections.flatMap(({requirements}) => requirements),
      steps: others().flatMap(({plan}) => plan.steps),
      forReview: sections.flatMap(({forReview}) => forReview),
    }
    const made = each.plan({...policy, openingSteps: [...openingSteps], earlier})
    sections.push(made)
    if (each.section.opens) openingSteps.push(...made.plan.steps.map(({id}) => id))
  }
  if (others().some(({plan}) => plan.steps.length > 0)) return {sections, openingSteps}
  const idle = sections.filter(({section}) => section.opens === 'for-others')
  const dropped = new Set(idle.flatMap(({plan}) => plan.steps.map(({id}) => id)))
  return {
    sections: sections.map((each) => (idle.includes(each) ? {...each, plan: EMPTY_PLAN} : each)),
    openingSteps: openingSteps.filter((id) => !dropped.has(id)),
  }
}

function opensFirst({section}: ReadSection): number {
  return section.opens ? 0 : 1
}
