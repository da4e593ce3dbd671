import {MANIFEST_ID} from '../../../apple/background-assets.ts'
import type {Diagnostic} from '../../../core/diagnostic.ts'
import {isRecord} from '../../../core/json-values.ts'
import {errorAt} from '../../../files/diagnostic-at.ts'
import {lineInJson} from '../../../files/json-line.ts'
import {readJson} from '../../../files/json-text.ts'
import type {TextFile} from '../../../files/text-file.ts'

const CODE = 'wrong-manifest'
const EXPORT = 'write it as `xcrun ba-package template` shows'

/**
 * Checks the manifest of an asset pack: JSON, of this pack. Apple checks everything else.
 *
 * @param id - The asset pack ID that the file is named after.
 * @returns null if it is in order.
 */
export function checkManifest({path, text}: TextFile, id: string): Diagnostic | null {
  const json = readJson(text)
  if ('fault' in json) {
    const {line, message} = json.fault
    return errorAt(path, {line, code: CODE, what: `is not valid JSON: ${message}`, next: EXPORT})
  }
  const {value} = json
  if (!isRecord(value)) {
    return errorAt(path, {line: 1, code: CODE, what: 'is not a JSON object', next: EXPORT})
  }
  const named = value[MANIFEST_ID]
  if (named === undefined || named === id) return null
  return errorAt(path, {
    line: lineInJson(text, [MANIFEST_ID]),
    code: CODE,
    what: `is named after the asset pack ${id}, but has the ${MANIFEST_ID} ${JSON.stringify(named)}`,
    next: 'make the two the same',
  })
}
