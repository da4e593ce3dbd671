import {EMPTY_PLAN} from '../../core/plan.ts'
import {performAtOnce} from '../../core/section.ts'
import type {Section} from '../../core/section.ts'
import type {Step} from '../../core/step.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import type {Cards, FoundCard} from './cards.ts'
import {experienceDetailSchema} from './detail.ts'
import type {ExperienceDetail} from './detail.ts'
import type {WantedCard} from './wanted-card.ts'

/** The id of the step that creates a card. */
export const EXPERIENCE_STEP = 'create-app-clip-card'

const SECTION = 'app-clip-experience'

/**
 * Creates the App Clip card of a version that has none. Apple starts it from the card of an earlier version, so
 * everything else is read and planned once it is there.
 *
 * @param find - Reads the folder, which another section reports on.
 * @param requireCards - Access to the cards; throws if the run does not use App Store Connect.
 */
export function clipExperienceSection(
  find: (signal: AbortSignal) => Promise<WantedCard | null>,
  requireCards: () => Cards,
): Section<WantedCard | null, FoundCard | Diagnostic | null, ExperienceDetail> {
  return {
    name: SECTION,
    after: [],
    opens: true,
    scope: 'version',
    detail: experienceDetailSchema,
    find: async (signal) => ({
      wanted: await find(signal),
      locales: [],
      diagnostics: [],
      summary: null,
    }),
    read: async (wanted) => (wanted === null ? null : requireCards().find(wanted)),
    check: async () => [],
    plan(_wanted, found, {openingSteps}) {
      const isMissing = found !== null && 'clip' in found && found.own === null
      return isMissing ? {...EMPTY_PLAN, steps: [experienceStep(found, openingSteps)]} : EMPTY_PLAN
    },
    perform: ({wanted}) =>
      performAtOnce(async () => (wanted === null ? null : requireCards().create(wanted))),
    facts: ({detail}) => ({'App Clip': detail.clip}),
    view: () => [],
    pictures: () => new Map(),
  }
}

function experienceStep(
  {clip, template}: FoundCard,
  needs: readonly string[],
): Step<ExperienceDetail> {
  return {
    id: EXPERIENCE_STEP,
    section: SECTION,
    action: 'create',
    needs,
    subject: {noun: 'App Clip card', name: clip.bundleId, locale: null, place: null, file: null},
    before: null,
    after: null,
    reason:
      template === null
        ? 'The version has no App Clip card yet'
        : 'The version has no App Clip card yet; it starts as a copy of the one before it',
    cost: {writes: 1, bytes: 0},
    resource: null,
    detail: {kind: 'experience', clip: clip.bundleId, template: template?.id ?? null},
  }
}
