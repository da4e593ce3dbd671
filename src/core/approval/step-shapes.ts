import type {Step, StepKind} from '../plan.ts'
import {isBoolean, isListOf, isNumber, isRecord, isText, isTextOrNull, misfits} from '../shape.ts'
import type {Shape} from '../shape.ts'

const isTexts = (value: unknown) => isListOf(value, isText)
const isOneOf = (values: readonly unknown[]) => (value: unknown) => values.includes(value)
const isContent = (value: unknown) =>
  isRecord(value) && misfits(value, {size: isNumber, md5: isText, sha256: isText}).length === 0
/** An asset that exists, or the one that an upload step makes. */
const isReference = (value: unknown) =>
  isRecord(value) && isText(value['assetId'] ?? value['uploadStep'])

const STEP: Shape = {
  id: isText,
  section: isOneOf(['version', 'media']),
  needs: isTexts,
  cost: isNumber,
  locale: isTextOrNull,
  type: isTextOrNull,
  fileName: isTextOrNull,
  reason: isText,
}
const IN_SET: Shape = {
  ...STEP,
  set: isText,
  medium: isOneOf(['screenshot', 'preview']),
  locale: isText,
  type: isText,
}
const OF_FILE: Shape = {...IN_SET, fileName: isText, path: isText}

const SHAPES: Readonly<Record<StepKind, Shape>> = {
  'create-version': {...STEP, platform: isText, versionString: isText},
  'create-localization': {...STEP, locale: isText},
  'create-set': IN_SET,
  delete: {
    ...IN_SET,
    fileName: isText,
    assetId: isText,
    md5: isTextOrNull,
    cause: isOneOf(['dead', 'room', 'superseded', 'pruned']),
  },
  upload: {
    ...OF_FILE,
    content: isContent,
    mimeType: isText,
    replaces: isBoolean,
    resumes: isTextOrNull,
  },
  'set-poster': {...OF_FILE, timeCode: isText, asset: isReference},
  reorder: {
    ...IN_SET,
    order: (value) => Array.isArray(value) && value.every(isReference),
  },
}

export function isStep(value: unknown): value is Step {
  return stepFault(value) === null
}

/** What keeps a value from being a step, as it reads after "it"; null if nothing does. */
export function stepFault(value: unknown): string | null {
  if (!isRecord(value)) return 'is no object'
  const kind = value['kind']
  if (!isKind(kind)) return 'is of no kind that this version of the action knows'
  const [first] = misfits(value, SHAPES[kind])
  return first === undefined ? null : `has no valid "${first}"`
}

function isKind(value: unknown): value is StepKind {
  return isText(value) && Object.hasOwn(SHAPES, value)
}
