import type {Plan} from '../../core/plan.ts'
import {BUILD_STATES} from '../../apple/builds.ts'
import type {ChecklistItem} from '../../core/view.ts'
import {howToDeclare, valueAfter} from '../../fields/requirement.ts'
import {BUILD, buildInTheEnd, ENCRYPTION, isProcessing} from './build.ts'
import type {Build, StoredBuilds, WantedBuild} from './build.ts'

/** What Apple needs of the build: that the version has one, and an answer about encryption. */
export function requirementsOfBuild(
  wanted: WantedBuild,
  have: StoredBuilds,
  plan: Plan,
): readonly ChecklistItem[] {
  const build = buildInTheEnd(wanted, have)
  const answer = valueAfter(
    {section: BUILD, fields: wanted.encryption, plan},
    ENCRYPTION,
    build?.usesNonExemptEncryption,
  )
  return [
    {name: 'Build', ...buildState(build), file: wanted.build[0]?.at ?? null},
    {
      name: 'Encryption',
      ...encryptionState(build, answer === null ? null : answer === true),
      file: wanted.encryption[0]?.at ?? null,
    },
  ]
}

type ItemState = Pick<ChecklistItem, 'state' | 'next'>

function buildState(build: Build | null): ItemState {
  if (build === null) return {state: 'missing', next: `Add ${howToDeclare(BUILD)}`}
  if (isProcessing(build)) {
    return {state: 'unknown', next: `Apple is still processing build ${build.number}`}
  }
  const isDone = build.state === BUILD_STATES.valid && !build.isExpired
  return isDone
    ? {state: 'done', next: ''}
    : {
        state: 'missing',
        next: `Upload a new build: ${build.number} ${build.isExpired ? 'has expired' : `is ${build.state}`}`,
      }
}

/** @param uses - Whether the app uses encryption that is not exempt; null if nobody has answered. */
function encryptionState(build: Build | null, uses: boolean | null): ItemState {
  if (build === null) return {state: 'unknown', next: 'It is asked of the build'}
  if (uses === null) {
    return {state: 'missing', next: `Add ${howToDeclare(ENCRYPTION)}`}
  }
  return uses
    ? {
        state: 'unknown',
        next: `Build ${build.number} needs an approved declaration of its encryption in App Store Connect`,
      }
    : {state: 'done', next: ''}
}
