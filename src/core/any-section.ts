import type * as z from 'zod'

import type {Diagnostic} from './diagnostic.ts'
import type {Plan} from './plan.ts'
import type {Policy, Reviewable} from './policy.ts'
import type {Pulled} from './pulled.ts'
import type {Facts, Performer, Section} from './section.ts'
import type {Reference, Step} from './step.ts'
import type {ChecklistItem, View} from './view.ts'
import type {StorePicture} from './vocabulary.ts'

/** A section with its own types hidden, so that the core can treat all sections alike. */
export interface AnySection extends Pick<
  Section<unknown, unknown, unknown>,
  'name' | 'after' | 'opens' | 'scope'
> {
  readonly detail: z.ZodType
  facts(step: Step): Facts
  find(signal: AbortSignal): Promise<FoundSection>
  /** See {@link Section.pull}. */
  readonly pull?: () => Promise<Pulled>
}

/** A section after its folder was read. */
export interface FoundSection {
  readonly section: AnySection
  readonly locales: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
  readonly summary: string | null
  /** Problems in the wanted content, for a run that does not read the store. */
  check(): Promise<readonly Diagnostic[]>
  views(): readonly View[]
  read(): Promise<ReadSection>
}

/** A section after the store was read. */
export interface ReadSection {
  readonly section: AnySection
  readonly pictures: ReadonlyMap<string, StorePicture>
  readonly outputs: Readonly<Record<string, string>>
  check(): Promise<readonly Diagnostic[]>
  plan(policy: Policy): PlannedSection
}

/** A section after it was planned. */
export interface PlannedSection {
  readonly section: AnySection
  readonly plan: Plan
  readonly requirements: readonly ChecklistItem[]
  readonly forReview: readonly Reviewable[]
  /** @param plan - The plan as it ended; see {@link Section.view}. */
  views(plan: Plan): readonly View[]
  perform(idOf: (reference: Reference) => string): Performer
}

/** Hides the types of a section. */
export function asAnySection<Wanted, Have, Detail>(
  section: Section<Wanted, Have, Detail>,
): AnySection {
  const {name, after, opens, scope, detail} = section
  const typed = (step: Step): Step<Detail> => ({...step, detail: detail.parse(step.detail)})
  const any: AnySection = {
    name,
    after,
    opens,
    scope,
    detail,
    facts: (step) => section.facts(typed(step)),
    ...(section.pull && {pull: section.pull}),
    async find(signal) {
      const {wanted, locales, diagnostics, summary} = await section.find(signal)
      return {
        section: any,
        locales,
        diagnostics,
        summary,
        check: () => section.check(wanted, null),
        views: () => section.view(wanted, null),
        read: async () => withStore(wanted, await section.read(wanted)),
      }
    },
  }
  const withStore = (wanted: Wanted, have: Have): ReadSection => ({
    section: any,
    pictures: section.pictures(have),
    outputs: section.outputs?.(have) ?? {},
    check: () => section.check(wanted, have),
    plan: (policy) => withPlan(wanted, have, policy),
  })
  const withPlan = (wanted: Wanted, have: Have, policy: Policy): PlannedSection => {
    const plan = section.plan(wanted, have, policy)
    const known = {...plan, steps: [...policy.earlier.steps, ...plan.steps]}
    return {
      section: any,
      plan,
      forReview: section.forReview?.(wanted, have, policy) ?? [],
      requirements: section.requirements?.(wanted, have, known) ?? [],
      views: (ended) => section.view(wanted, {have, plan: ended}),
      perform: (idOf) => {
        const steps = plan.steps.filter((step) => step.section === name).map(typed)
        const performer = section.perform({wanted, have, steps, settled: plan.settled, idOf})
        return {
          ...performer,
          perform: (step) => performer.perform(typed(step)),
          groupOf: (step) => performer.groupOf(typed(step)),
          settle: (group, pending) =>
            performer.settle(
              group,
              pending.map(({step, resourceId}) => ({step: typed(step), resourceId})),
            ),
          lost: () => performer.lost(),
        }
      },
    }
  }
  return any
}
