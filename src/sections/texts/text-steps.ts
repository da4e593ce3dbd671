import type {Plan, Settled} from '../../core/plan.ts'
import type {Reference, Step, Subject} from '../../core/step.ts'
import {storedText} from '../../files/stored-text.ts'
import {HIDDEN, shownText} from '../../metadata/metadata.ts'
import type {TextField} from '../../metadata/text-fields.ts'
import type {TextDetail} from './detail.ts'
import type {WantedText} from './wanted-texts.ts'

/** The name of the section. */
export const TEXTS = 'texts'

/** Texts of one owner in one locale, against what the store has. */
export interface Compared {
  readonly locale: string
  readonly changed: readonly {readonly wanted: WantedText; readonly before: string | null}[]
  readonly unchanged: readonly WantedText[]
}

/**
 * Compares declared texts with those of the store.
 *
 * @param stored - By Apple's names. None if the store does not have the locale.
 * @param isNewVersion - Whether they are those of the version before.
 */
export function compareTexts(
  locale: string,
  texts: readonly WantedText[],
  stored: Readonly<Record<string, string | null>>,
  isNewVersion: boolean,
): Compared {
  const compared = texts.map((wanted) => {
    const {attribute, isInherited} = wanted.field
    const isGone = isNewVersion && !isInherited
    return {wanted, before: isGone ? null : storedText(stored[attribute] ?? null)}
  })
  return {
    locale,
    changed: compared.filter(({wanted, before}) => wanted.value !== before),
    unchanged: compared.flatMap(({wanted, before}) => (wanted.value === before ? [wanted] : [])),
  }
}

export interface TextStepOptions {
  readonly needs: readonly string[]
  readonly resource: Reference
  /** Of all the texts together. */
  readonly writes: 0 | 1
}

/** A step for each text that differs. They are sent together, so only the first one costs anything. */
export function textSteps(
  {locale, changed}: Compared,
  {needs, resource, writes}: TextStepOptions,
): readonly Step<TextDetail>[] {
  return changed.map(({wanted, before}, index) => {
    const {field, value, isSecret} = wanted
    return {
      id: textStepId(locale, field),
      section: TEXTS,
      action: 'update',
      needs,
      subject: subjectOf(locale, wanted),
      before: before === null ? null : {text: isSecret ? HIDDEN : before},
      after: {text: shownText(wanted)},
      reason: before === null ? 'Not in App Store Connect yet' : 'Text changed',
      cost: {writes: index === 0 ? writes : 0, bytes: 0},
      resource,
      detail: {
        kind: 'text',
        locale,
        attribute: field.attribute,
        text: isSecret ? null : value,
      },
    }
  })
}

/** The texts that the store has already. */
export function settledTexts({locale, unchanged}: Compared): Plan['settled'] {
  return unchanged.map((wanted): Settled => ({
    section: TEXTS,
    state: 'unchanged',
    subject: subjectOf(locale, wanted),
    resourceId: null,
  }))
}

export function textStepId(locale: string, {attribute}: Pick<TextField, 'attribute'>): string {
  return `set-text:${locale}/${attribute}`
}

function subjectOf(locale: string, {field, at}: WantedText): Subject {
  return {noun: 'text', name: field.words, locale, place: locale, file: at}
}
