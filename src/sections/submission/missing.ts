import type {SubmissionDetail} from './detail.ts'

type Missing = SubmissionDetail['missing']

/** `Keywords and Support URL are missing` */
export function missingWords(missing: Missing): string {
  const list = new Intl.ListFormat('en-GB').format(missing.map(({name}) => name))
  return `${list} ${missing.length === 1 ? 'is' : 'are'} missing`
}

/** What to do about all of it, as sentences. */
export function howToComplete(missing: Missing): string {
  return missing.map(({next}) => withStop(next)).join(' ')
}

/** A sentence with the full stop that it may lack. */
export function withStop(text: string): string {
  return /[.!?]$/u.test(text) ? text : `${text}.`
}
