import type {Facts} from '../section.ts'
import type {Step} from '../step.ts'

/** A difference between two plans: a step that only one of them has, or that does something else in each. */
export interface Difference {
  readonly kind: 'only-approved' | 'only-current' | 'differs'
  /** The current step, or the approved one for `only-approved`. */
  readonly step: Step
  /** Names of the facts that differ. Empty unless the kind is `differs`. */
  readonly fields: readonly string[]
}

export interface ComparisonOptions {
  /** What an approval of a step covers, according to its section. */
  readonly factsOf: (step: Step) => Facts
  /**
   * Whether both plans are for the same existing version. Otherwise it was created in between, and its contents are
   * copies with new ids.
   */
  readonly sameVersion: boolean
}

/**
 * Compares the steps of two plans by what they would do to the store. How they do it may differ: costs, needs,
 * reasons, and whether they fill a reservation that an interrupted run left.
 */
export function comparePlans(
  approved: readonly Step[],
  current: readonly Step[],
  {factsOf, sameVersion}: ComparisonOptions,
): readonly Difference[] {
  const allFacts = (step: Step): Facts => ({
    ...factsOf(step),
    ...(sameVersion && step.action === 'delete' && step.resource !== null && 'id' in step.resource
      ? {'asset ID': step.resource.id}
      : {}),
  })
  const approvedGroups = Map.groupBy(approved, keyOf)
  const currentGroups = Map.groupBy(current, keyOf)
  const keys = new Set([...approvedGroups.keys(), ...currentGroups.keys()])
  return [...keys].flatMap((key) => {
    const before = [...(approvedGroups.get(key) ?? [])]
    // A place may have several things with the same name. Those that agree cancel out, in any order.
    const after = (currentGroups.get(key) ?? []).filter((step) => {
      const same = before.findIndex(
        (old) => differingFacts(allFacts(old), allFacts(step)).length === 0,
      )
      if (same !== -1) before.splice(same, 1)
      return same === -1
    })
    return pairUp(before, after, (old, step) => differingFacts(allFacts(old), allFacts(step)))
  })
}

function pairUp(
  before: readonly Step[],
  after: readonly Step[],
  differ: (old: Step, step: Step) => readonly string[],
): readonly Difference[] {
  return [
    ...after.map((step, index): Difference => {
      const old = before[index]
      if (old === undefined) return {kind: 'only-current', step, fields: []}
      return {kind: 'differs', step, fields: differ(old, step)}
    }),
    ...before
      .slice(after.length)
      .map((step): Difference => ({kind: 'only-approved', step, fields: []})),
  ]
}

/**
 * Steps with the same key are about the same thing. Whether a file replaces another one is among its facts, so both
 * actions share a key.
 */
function keyOf({section, action, subject: {noun, locale, place, name}}: Step): string {
  const what = action === 'replace' ? 'upload' : action
  return JSON.stringify([section, what, noun, locale, place, name])
}

function differingFacts(one: Facts, other: Facts): readonly string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].filter((name) => one[name] !== other[name])
}
