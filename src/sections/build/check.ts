import type {Diagnostic} from '../../core/diagnostic.ts'
import {errorAtField, warningAtField} from '../../fields/at-field.ts'
import {shownValue} from '../../fields/field.ts'
import {buildInTheEnd, chosenBuild, isProcessing, isUsable} from './build.ts'
import type {Build, StoredBuilds, WantedBuild} from './build.ts'

/**
 * What speaks against the build and what is declared of it.
 *
 * @param have - Null if the store was not read.
 * @param applies - Whether the run carries out its plan, for which a build that Apple is still processing is too late.
 */
export function checkBuild(
  wanted: WantedBuild,
  have: StoredBuilds | null,
  applies: boolean,
): readonly Diagnostic[] {
  return have === null
    ? []
    : [...checkChoice(wanted, have, applies), ...checkEncryption(wanted, have)]
}

function checkChoice(
  wanted: WantedBuild,
  {all, versionString}: StoredBuilds,
  applies: boolean,
): readonly Diagnostic[] {
  const [field] = wanted.build
  if (field === undefined || all === null) return []
  const build = chosenBuild(wanted, all)
  const shown = shownValue(field)
  if (build === null) {
    return [
      errorAtField(field, {
        code: 'no-build',
        what: `asks for the build ${shown}, but ${whatThereIs(all, versionString)}`,
        next: 'upload a build of this version, or name one that is there',
      }),
    ]
  }
  if (!isUsable(build)) {
    return [
      errorAtField(field, {
        code: 'unusable-build',
        what: `asks for the build ${shown}, which ${whyUnusable(build)}`,
        next: 'upload a new build, or name another one',
      }),
    ]
  }
  if (!isProcessing(build) || !applies) return []
  return [
    errorAtField(field, {
      code: 'build-processing',
      what: `asks for the build ${shown}, but Apple is still processing build ${build.number}`,
      next: 'run the job again later, or raise `processing-timeout`',
    }),
  ]
}

function checkEncryption(wanted: WantedBuild, have: StoredBuilds): readonly Diagnostic[] {
  const [field] = wanted.encryption
  if (field === undefined) return []
  const build = buildInTheEnd(wanted, have)
  if (build === null) {
    if (wanted.build.length > 0) return []
    return [
      warningAtField(field, {
        code: 'encryption-without-build',
        what: 'answers the question about encryption, but the version has no build yet, to which the answer belongs',
        next: 'add `build: latest` to app-store.yml, or choose a build in App Store Connect',
      }),
    ]
  }
  const {number, usesNonExemptEncryption: stored} = build
  if (stored === null || field.isSame(field.value, stored)) return []
  return [
    errorAtField(field, {
      code: 'encryption-contradicts',
      what: `says that the app ${uses(field.value === true)} encryption that is not exempt, but build ${number} says that it ${uses(stored)}`,
      next: 'correct it, or upload a new build: App Store Connect does not let the answer of a build change',
    }),
  ]
}

function uses(does: boolean): string {
  return does ? 'uses' : 'does not use'
}

function whyUnusable({isExpired, state}: Build): string {
  return isExpired ? 'has expired' : `is ${state}`
}

const MOST_NAMED = 5

function whatThereIs(all: readonly Build[], versionString: string): string {
  if (all.length === 0) return `App Store Connect has no build of version ${versionString}`
  const named = all.slice(0, MOST_NAMED).map((build) => {
    return isUsable(build) ? build.number : `${build.number} (${stateWords(build)})`
  })
  const more = all.length - named.length
  const list = [...named, ...(more > 0 ? [`${more} more`] : [])]
  return `of version ${versionString} App Store Connect only has ${new Intl.ListFormat('en-GB').format(list)}`
}

function stateWords({isExpired, state}: Build): string {
  return isExpired ? 'expired' : state
}
