import type {ComparablePlan} from './approved-plan.ts'
import type {AssetReference, Step} from '../plan.ts'

/** Where two plans do not agree: a step that only one of them has, or one that does something else in each. */
export interface Difference {
  readonly kind: 'only-then' | 'only-now' | 'differs'
  /** As it is now; for `only-then`, as it was. */
  readonly step: Step
  /** What is not the same, in words; empty unless it differs. */
  readonly fields: readonly string[]
}

/** By the words that a person is told, such as `content`: what decides whether two steps do the same. */
type Facts = Readonly<Record<string, string | boolean | null>>

/**
 * Holds a plan against the one that was made before. What decides is what would be done to the store: which step, on
 * which file of which set, with which bytes, time code or order. How it is done may change: costs, needs, reasons, and
 * whether a reservation that an interrupted run left is filled.
 *
 * @param sameVersion - Whether both plans know the version. Otherwise it has been made in between, and its assets are
 *   copies with ids of their own.
 */
export function comparePlans(
  then: ComparablePlan,
  now: ComparablePlan,
  sameVersion: boolean,
): readonly Difference[] {
  const factsThen = factsIn(then, sameVersion)
  const factsNow = factsIn(now, sameVersion)
  const groupsThen = Map.groupBy(then.steps, deedKey)
  const groupsNow = Map.groupBy(now.steps, deedKey)
  const keys = new Set([...groupsThen.keys(), ...groupsNow.keys()])
  return [...keys].flatMap((key) => {
    const before = [...(groupsThen.get(key) ?? [])]
    // A set may hold several assets of one name; those that agree are no matter, in whatever order they come.
    const after = (groupsNow.get(key) ?? []).filter((step) => {
      const same = before.findIndex((old) => unlike(factsThen(old), factsNow(step)).length === 0)
      if (same !== -1) before.splice(same, 1)
      return same === -1
    })
    return pairUp(before, after, (old, step) => unlike(factsThen(old), factsNow(step)))
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
      if (old === undefined) return {kind: 'only-now', step, fields: []}
      return {kind: 'differs', step, fields: differ(old, step)}
    }),
    ...before
      .slice(after.length)
      .map((step): Difference => ({kind: 'only-then', step, fields: []})),
  ]
}

/** Steps with the same key are about the same thing. */
function deedKey({kind, locale, type, fileName}: Step): string {
  return JSON.stringify([kind, locale, type, fileName])
}

function unlike(one: Facts, other: Facts): readonly string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].filter((name) => one[name] !== other[name])
}

function factsIn(plan: ComparablePlan, sameVersion: boolean): (step: Step) => Facts {
  const nameOf = assetNames(plan)
  return (step) => {
    switch (step.kind) {
      case 'create-version':
        return {platform: step.platform, version: step.versionString}
      case 'create-localization':
      case 'create-set':
        return {}
      case 'delete':
        return {
          'reason to delete': step.cause,
          content: step.md5,
          ...(sameVersion ? {'asset id': step.assetId} : {}),
        }
      case 'upload':
        return {content: step.content.sha256, 'whether it replaces': step.replaces}
      case 'set-poster':
        return {'time code': step.timeCode}
      case 'reorder':
        return {order: JSON.stringify(step.order.map(nameOf))}
    }
  }
}

/** Assets by the names that a person knows: their ids change when somebody sends the same file again. */
function assetNames({
  steps,
  unchanged,
  undecided,
  extras,
}: ComparablePlan): (asset: AssetReference) => string {
  const names = new Map(
    [...unchanged, ...undecided, ...extras].map((each) => [each.assetId, each.fileName]),
  )
  for (const step of steps) {
    if (step.kind === 'delete') names.set(step.assetId, step.fileName)
    if (step.kind !== 'upload') continue
    names.set(step.id, step.fileName)
    // A plan of an earlier version of the action names the reservation itself.
    if (step.resumes !== null) names.set(step.resumes, step.fileName)
  }
  return (asset) => names.get('assetId' in asset ? asset.assetId : asset.uploadStep) ?? ''
}
