import type {Run} from '../../core/run.ts'
import {asCode, asMessage, asProse} from '../escape.ts'
import type {Verdict} from '../facts/verdict.ts'
import {stateWords} from '../facts/words.ts'
import type {Piece} from './fit.ts'

const SIGNS = {success: '✅', plan: '📝', warning: '⚠️', failure: '❌'} as const

/** The verdict as the first heading. */
export function heading({level, sentence}: Verdict): Piece {
  return {detail: 0, text: `### ${SIGNS[level]} ${asMessage(sentence)}\n`}
}

/** What the run is about, in one line. */
export function subject({app, version, mode}: Run): Piece {
  const parts = [
    app === null ? null : `${asProse(app.name)} ${asCode(app.bundleId)}`,
    version === null ? null : `version ${asCode(version.versionString)}`,
    version === null ? null : asProse(stateWords(version.state)),
    `mode ${asCode(mode)}`,
  ]
  return {detail: 0, text: `${parts.filter((part) => part !== null).join(' · ')}\n`}
}
