import type {Diagnostic} from '../../core/diagnostic.ts'
import {localizationStepId} from '../../core/localization-step.ts'
import {joinPlans} from '../../core/plan.ts'
import type {Plan} from '../../core/plan.ts'
import type {Policy} from '../../core/policy.ts'
import type {Step} from '../../core/step.ts'
import type {AppInfo} from '../../core/target.ts'
import {appInfoLocked, canChangeInfo} from '../../fields/app-info-locked.ts'
import {storedText} from '../../files/stored-text.ts'
import type {TextDetail} from './detail.ts'
import type {HaveTexts} from './have-texts.ts'
import {compareTexts, settledTexts, TEXTS, textSteps} from './text-steps.ts'
import type {Compared} from './text-steps.ts'
import {textsOf} from './wanted-texts.ts'
import type {WantedText, WantedTexts} from './wanted-texts.ts'

export interface InfoPolicy extends Pick<Policy, 'isNewVersion' | 'openingSteps'> {
  /** Ids of the steps of the version's texts. */
  readonly before: ReadonlySet<string>
}

/**
 * Plans the texts of the app info. A live app has one that cannot be changed until it has an editable version; then
 * nothing of it is planned, and a warning names what differs.
 */
export function planInfoTexts(wanted: WantedTexts, have: HaveTexts, policy: InfoPolicy): Plan {
  const {info, isInReview} = have
  const compared = wanted.map((each) => {
    const stored = info?.localizations.find(({locale}) => locale === each.locale)
    return compareTexts(each.locale, textsOf('app info', each), stored?.attributes ?? {}, false)
  })
  const settled = compared.flatMap(settledTexts)
  const changed = compared.filter((each) => each.changed.length > 0)
  if (changed.length === 0) return {steps: [], settled, diagnostics: []}
  if (info === null || !canChangeInfo(info, {...policy, isInReview})) {
    return {steps: [], settled, diagnostics: [appInfoLocked(namesOf(changed), info)]}
  }
  const primaryName = primaryNameOf(wanted, have)
  const plans = changed.map((each) => planLocale(each, {info, have, primaryName, policy}))
  return joinPlans([{steps: [], settled, diagnostics: []}, ...plans])
}

interface Context {
  readonly info: AppInfo
  readonly have: HaveTexts
  /** The name of the app in its primary locale; null if nobody knows one. */
  readonly primaryName: string | null
  readonly policy: InfoPolicy
}

function planLocale(compared: Compared, {info, have, primaryName, policy}: Context): Plan {
  const {locale, changed} = compared
  const {openingSteps, before} = policy
  const stored = info.localizations.find((each) => each.locale === locale)
  if (stored !== undefined) {
    const options = {needs: openingSteps, resource: {id: stored.id}, writes: 1} as const
    return {steps: textSteps(compared, options), settled: [], diagnostics: []}
  }
  const own = changed.some(({wanted}) => wanted.field.attribute === 'name')
  const name = own ? null : primaryName
  const [first] = changed
  if (first === undefined) return {steps: [], settled: [], diagnostics: []}
  if (!own && name === null) {
    return {steps: [], settled: [], diagnostics: [noName(compared, first.wanted)]}
  }
  const inVersion = localizationStepId(locale)
  const step: Step<TextDetail> = {
    id: infoStepId(locale),
    section: TEXTS,
    action: 'create',
    // Apple may make it together with the version's. Then it is there, and only has to be filled.
    needs: before.has(inVersion) ? [inVersion] : openingSteps,
    subject: {noun: 'app locale', name: locale, locale, place: null, file: first.wanted.at},
    before: null,
    after: null,
    reason: 'The app information does not have this locale yet',
    cost: {writes: 1, bytes: 0},
    resource: null,
    detail: {kind: 'app info', locale, name},
  }
  const options = {needs: [step.id], resource: {step: step.id}, writes: 0} as const
  const {primaryLocale} = have
  return {
    steps: [step, ...textSteps(compared, options)],
    settled: [],
    diagnostics: name === null ? [] : [nameOfPrimary(locale, primaryLocale, first.wanted)],
  }
}

function infoStepId(locale: string): string {
  return `create-app-info:${locale}`
}

function primaryNameOf(wanted: WantedTexts, {info, primaryLocale}: HaveTexts): string | null {
  const texts = wanted.find(({locale}) => locale === primaryLocale)?.texts ?? []
  const declared = texts.find(({field}) => field.attribute === 'name')
  if (declared !== undefined && !declared.isSecret) return declared.value
  const stored = info?.localizations.find(({locale}) => locale === primaryLocale)
  return storedText(stored?.attributes['name'] ?? null)
}

/** What differs, in words. */
function namesOf(changed: readonly Compared[]): readonly string[] {
  return changed.flatMap(({locale, changed: own}) =>
    own.map(({wanted}) => `${wanted.field.words} of ${locale}`),
  )
}

/** Apple takes no locale without a name. */
function nameOfPrimary(locale: string, primaryLocale: string, {at}: WantedText): Diagnostic {
  return {
    severity: 'note',
    code: 'name-of-primary-locale',
    what: `has no name of the app in ${locale}, which is not in App Store Connect yet, so it starts with the name of ${primaryLocale}`,
    next: `declare the name of ${locale} to change it`,
    about: at,
  }
}

function noName({locale}: Compared, {at}: WantedText): Diagnostic {
  return {
    severity: 'warning',
    code: 'no-app-name',
    what: `has texts of the app information in ${locale}, which is not there yet and cannot be added without a name`,
    next: `declare the name of ${locale}`,
    about: at,
  }
}
