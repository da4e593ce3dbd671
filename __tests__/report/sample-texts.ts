import type {Plan} from '../../src/core/plan.ts'
import {EMPTY_RUN} from '../../src/core/run.ts'
import type {Run} from '../../src/core/run.ts'
import type {Step} from '../../src/core/step.ts'
import type {Checklist, TextDiffs, TextField} from '../../src/core/view.ts'
import {stepOf} from './sample-steps.ts'

/** A text with nothing in it but what is said. */
export function textField(field: Partial<TextField> = {}): TextField {
  const {name = 'description'} = field
  return {
    name,
    state: 'changed',
    before: 'old words',
    after: 'new words',
    file: {path: `metadata/en-US/${name.replaceAll(' ', '_')}.txt`},
    steps: [],
    ...field,
  }
}

export function textsOf(place: string, fields: readonly TextField[]): TextDiffs {
  return {shape: 'texts', groups: [{place, locale: place, language: place, fields}]}
}

/** A run that changes one text in each of these locales, and nothing else. */
export function textRun(locales: readonly string[], mode: Run['mode'] = 'plan'): Run {
  const steps = locales.map(setText)
  const plan: Plan = {steps, settled: [], diagnostics: []}
  const groups = locales.map((locale) => ({
    place: locale,
    locale,
    language: locale,
    fields: [textField({file: fileOf(locale), steps: [`set-text:${locale}`]})],
  }))
  return {
    ...EMPTY_RUN,
    mode,
    version: {id: '7', versionString: '2.1.0', state: 'PREPARE_FOR_SUBMISSION'},
    views: [{shape: 'texts', groups}],
    plan,
    results:
      mode === 'sync'
        ? new Map(steps.map(({id}) => [id, {status: 'done', resourceId: null}]))
        : null,
  }
}

function setText(locale: string): Step {
  return stepOf({
    id: `set-text:${locale}`,
    section: 'texts',
    action: 'update',
    subject: {noun: 'text', name: 'description', locale, place: locale, file: fileOf(locale)},
    before: {text: 'old words'},
    after: {text: 'new words'},
  })
}

function fileOf(locale: string): {readonly path: string} {
  return {path: `metadata/${locale}/description.txt`}
}

/** An item of each state. */
export const CHECKLIST: Checklist = {
  shape: 'checklist',
  title: 'Before the submission',
  items: [
    {name: 'Age rating', state: 'done', next: '', file: {path: 'metadata/rating.yml', line: 3}},
    {name: 'Demo account', state: 'missing', next: 'Add `metadata/review.yml`.', file: null},
    {name: 'Content rights', state: 'unknown', next: 'Look in App Store Connect.', file: null},
  ],
}
