import {EMPTY_PLAN, joinPlans} from '../../core/plan.ts'
import type {Plan, Settled} from '../../core/plan.ts'
import type {Policy} from '../../core/policy.ts'
import type {Reference, Step, Subject} from '../../core/step.ts'
import {storedText} from '../../files/stored-text.ts'
import type {Place} from '../../places/place.ts'
import {planPlace} from '../../places/plan-place.ts'
import type {CardDetail} from './detail.ts'
import {EXPERIENCE_STEP} from './experience-section.ts'
import type {HaveCard} from './have-card.ts'
import type {StoredLocale} from './read-localizations.ts'
import type {WantedCard, WantedLocale} from './wanted-card.ts'

/** The name of the section. */
export const APP_CLIP = 'app-clip'

/** The place of the card in a locale. */
export function placeOfCard(locale: string): string {
  return `${APP_CLIP}/${locale}`
}

/** The ids of the steps that set the texts of a card. */
export const ACTION_STEP = 'set-app-clip-action'
export function subtitleStepId(locale: string): string {
  return `set-app-clip-subtitle:${locale}`
}
export function localizationStepId(locale: string): string {
  return `create-app-clip-locale:${locale}`
}
export function deletionStepId(locale: string): string {
  return `delete-app-clip-locale:${locale}`
}

/** Plans the action of a card, and its texts and images in each locale. */
export function planCard(
  wanted: WantedCard | null,
  have: HaveCard,
  policy: Pick<Policy, 'prune' | 'waits' | 'openingSteps'>,
): Plan {
  if (wanted === null || have.obstacle !== null) return EMPTY_PLAN
  const own = joinPlans([
    planAction(wanted, have, policy.openingSteps),
    ...wanted.locales.map((locale) => planLocale(locale, have, policy)),
  ])
  const sent = [...policy.openingSteps, ...own.steps.map(({id}) => id)]
  return joinPlans([own, planExtras(wanted, have, {prune: policy.prune, needs: sent})])
}

/** The card of the version, or the step that creates it. */
function cardReference({card, isOwn}: HaveCard): Reference {
  return card !== null && isOwn ? {id: card.id} : {step: EXPERIENCE_STEP}
}

function planAction({action}: WantedCard, have: HaveCard, needs: readonly string[]): Plan {
  if (action === null) return EMPTY_PLAN
  const before = have.card?.action ?? null
  const subject: Subject = {
    noun: 'text',
    name: 'action',
    locale: null,
    place: APP_CLIP,
    file: {path: action.path},
  }
  if (before === action.value) return {...EMPTY_PLAN, settled: [unchanged(subject)]}
  const step: Step<CardDetail> = {
    id: ACTION_STEP,
    section: APP_CLIP,
    action: 'update',
    needs,
    subject,
    before: before === null ? null : {text: before},
    after: {text: action.value},
    reason: reasonToSet(before),
    cost: {writes: 1, bytes: 0},
    resource: cardReference(have),
    detail: {kind: 'action', action: action.value},
  }
  return {...EMPTY_PLAN, steps: [step]}
}

function planLocale(
  wanted: WantedLocale,
  have: HaveCard,
  policy: Pick<Policy, 'prune' | 'waits' | 'openingSteps'>,
): Plan {
  const {locale, header} = wanted
  const stored = have.localizations.find((each) => each.locale === locale) ?? null
  const texts =
    stored === null
      ? {...EMPTY_PLAN, steps: [localizationStep(wanted, have, policy.openingSteps)]}
      : planSubtitle(wanted, stored, policy.openingSteps)
  if (header === null) return texts
  const place: Place = {
    name: placeOfCard(locale),
    section: APP_CLIP,
    noun: 'App Clip card image',
    locale,
    family: 'clipHeader',
    holds: 'one',
    parent: stored === null ? {step: localizationStepId(locale)} : {id: stored.id},
    files: [header],
    stored: stored?.header ? [stored.header] : [],
  }
  const needs = stored === null ? [localizationStepId(locale)] : policy.openingSteps
  return joinPlans([texts, planPlace(place, policy, needs)])
}

function localizationStep(
  {locale, subtitle, header}: WantedLocale,
  have: HaveCard,
  needs: readonly string[],
): Step<CardDetail> {
  const path = subtitle?.path ?? header?.path
  return {
    id: localizationStepId(locale),
    section: APP_CLIP,
    action: 'create',
    needs,
    subject: {
      noun: 'App Clip card locale',
      name: locale,
      locale,
      place: APP_CLIP,
      file: path === undefined ? null : {path},
    },
    before: null,
    after: subtitle === null ? null : {text: subtitle.text},
    reason: 'The card does not have this locale yet',
    cost: {writes: 1, bytes: 0},
    resource: null,
    detail: {
      kind: 'localization',
      locale,
      subtitle: subtitle?.text ?? null,
      card: cardReference(have),
    },
  }
}

function planSubtitle(
  {locale, subtitle}: WantedLocale,
  stored: StoredLocale,
  needs: readonly string[],
): Plan {
  if (subtitle === null) return EMPTY_PLAN
  const before = storedText(stored.subtitle)
  const subject: Subject = {
    noun: 'text',
    name: 'subtitle',
    locale,
    place: placeOfCard(locale),
    file: {path: subtitle.path},
  }
  if (before === subtitle.text) return {...EMPTY_PLAN, settled: [unchanged(subject)]}
  const step: Step<CardDetail> = {
    id: subtitleStepId(locale),
    section: APP_CLIP,
    action: 'update',
    needs,
    subject,
    before: before === null ? null : {text: before},
    after: {text: subtitle.text},
    reason: reasonToSet(before),
    cost: {writes: 1, bytes: 0},
    resource: {id: stored.id},
    detail: {kind: 'subtitle', subtitle: subtitle.text},
  }
  return {...EMPTY_PLAN, steps: [step]}
}

/**
 * The locales that only the store has. They belong to no locale of the folder, so their steps have none: of several jobs,
 * the last one does them. The one of the app's primary language is never deleted: the App Store shows it where no other
 * fits, and Apple refuses to delete it [inferred from the locales of a version].
 */
function planExtras(
  wanted: WantedCard,
  {localizations, primaryLocale}: HaveCard,
  {prune, needs}: {readonly prune: boolean; readonly needs: readonly string[]},
): Plan {
  const extras = extrasOf(wanted, localizations)
  const isPruned = ({locale}: StoredLocale) => prune && locale !== primaryLocale
  return {
    steps: extras.filter(isPruned).map((stored) => deletionStep(stored, needs)),
    settled: extras
      .filter((stored) => !isPruned(stored))
      .map((stored) => ({
        section: APP_CLIP,
        state: 'extra',
        subject: extraSubject(stored),
        resourceId: stored.header?.id ?? null,
      })),
    diagnostics: [],
  }
}

/** The locales without a folder, as far as the run looks after them. */
export function extrasOf(
  {present, managesExtras}: WantedCard,
  localizations: readonly StoredLocale[],
): readonly StoredLocale[] {
  return managesExtras ? localizations.filter(({locale}) => !present.includes(locale)) : []
}

function deletionStep(stored: StoredLocale, needs: readonly string[]): Step<CardDetail> {
  const {id, locale, subtitle, header} = stored
  return {
    id: deletionStepId(locale),
    section: APP_CLIP,
    action: 'delete',
    needs,
    subject: extraSubject(stored),
    before: header?.image
      ? {picture: {asset: header.id}}
      : subtitle === null
        ? null
        : {text: subtitle},
    after: null,
    reason: 'Has no folder',
    cost: {writes: 1, bytes: 0},
    // Its image, as far as people see it.
    resource: {id: header?.id ?? id},
    detail: {kind: 'delete-localization', localization: id, locale, subtitle},
  }
}

function extraSubject({locale}: StoredLocale): Subject {
  return {
    noun: 'App Clip card locale',
    name: locale,
    locale: null,
    place: placeOfCard(locale),
    file: null,
  }
}

function unchanged(subject: Subject): Settled {
  return {section: APP_CLIP, state: 'unchanged', subject, resourceId: null}
}

function reasonToSet(before: string | null): string {
  return before === null ? 'Not in App Store Connect yet' : 'Text changed'
}
