import type {Diagnostic} from '../core/diagnostic.ts'
import type {StoredFile} from '../transfer/stored-file.ts'
import type {Place} from './place.ts'

/**
 * A record whose state App Store Connect does not report: it may be in use, so it is never deleted.
 *
 * @param isInTheWay - Whether a file cannot be sent because of it.
 */
export function unclear(
  {name, noun}: Place,
  {fileName}: StoredFile,
  isInTheWay: boolean,
): Diagnostic {
  const about = {place: name}
  const state = 'App Store Connect does not report its state'
  return isInTheWay
    ? {
        severity: 'error',
        code: 'unknown-asset',
        what: `cannot be replaced: the ${noun} ${shownName(fileName)} may be in use, but ${state}`,
        next: 'look at it in App Store Connect, and delete it there if it is not needed',
        about,
      }
    : {
        severity: 'warning',
        code: 'unknown-asset',
        what: `keeps ${shownName(fileName)}, because ${state}`,
        next: 'look at it in App Store Connect, and delete it there if you do not need it',
        about,
      }
}

/**
 * What is deleted by a later run, because this one will not see every file of the place complete.
 *
 * @param unknown - Names of files that the store has, in a state that it does not report.
 */
export function oldStays(
  {name}: Place,
  staying: readonly StoredFile[],
  unknown: readonly string[],
): readonly Diagnostic[] {
  if (staying.length === 0) return []
  const old = `keeps the old ${staying.map(({fileName}) => shownName(fileName)).join(', ')}`
  const what =
    unknown.length > 0
      ? `${old}, because App Store Connect does not say whether it has processed ${unknown.join(', ')}`
      : `${old} until Apple has processed the new files; the next run deletes ${staying.length === 1 ? 'it' : 'them'}`
  return [{severity: 'warning', code: 'old-stays', what, next: '', about: {place: name}}]
}

/** App Store Connect may leave out the name of a file. */
function shownName(fileName: string): string {
  return fileName === '' ? 'a file without a name' : fileName
}
