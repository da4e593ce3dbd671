import {PLAN_SCHEMA} from './approved-plan.ts'
import type {ApprovedPlan, NamedAsset} from './approved-plan.ts'
import {isListOf, isRecord, isText, isTextOrNull, misfits} from '../shape.ts'
import type {Shape} from '../shape.ts'
import {isStep, stepFault} from './step-shapes.ts'

/** A file is no plan that another one could be held against. */
export class PlanFileError extends Error {
  override readonly name = 'PlanFileError'
  readonly code = 'PLAN_FILE'
}

type Fields = Readonly<Record<string, unknown>>

/**
 * Reads the text of a plan file as what was agreed to. Only data: nothing of it is ever carried out.
 *
 * @param source - How a person names the file.
 * @throws {PlanFileError} if it is none, is of another schema, or tells of a run that planned nothing to agree to.
 */
export function readPlan(text: string, source: string): ApprovedPlan {
  const refuse = (why: string) =>
    new PlanFileError(
      `\`plan-file\`: ${source} ${why}. Give it the file at the output \`plan-path\` of a run with \`mode: plan\` that ended well.`,
    )
  const file = parse(text)
  if (file === null) throw refuse('is not JSON, or was cut off')
  const schema = file['schema']
  if (schema !== PLAN_SCHEMA) {
    throw refuse(
      typeof schema === 'number'
        ? `has the schema ${schema}, and this version of the action reads ${PLAN_SCHEMA}: use the same version for both`
        : 'is not a plan of this action: it has no schema',
    )
  }
  if (file['mode'] !== 'plan') throw refuse('does not come from a run with `mode: plan`')

  const {steps, unchanged, undecided, extras, problems, app, version} = file
  const failed = file['failure'] !== null || !Array.isArray(problems) || problems.some(isError)
  if (failed) throw refuse('comes from a run that failed, so there is no plan to agree to')
  if (!isApp(app) || !isVersion(version)) throw refuse('does not say for which app and version')
  if (!isListOf(steps, isStep)) throw refuse(stepsFault(steps))
  if (!isNamed(unchanged) || !isNamed(undecided) || !isNamed(extras)) {
    throw refuse('does not say which assets stay')
  }
  return {source, app, version, plan: {steps, unchanged, undecided, extras}}
}

function parse(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}

function isError(problem: unknown): boolean {
  if (!isRecord(problem)) return true
  return problem['severity'] !== 'warning' && problem['severity'] !== 'note'
}

const fits = (value: unknown, shape: Shape) => isRecord(value) && misfits(value, shape).length === 0

function isApp(value: unknown): value is ApprovedPlan['app'] {
  return fits(value, {id: isText, bundleId: isText})
}

function isVersion(value: unknown): value is ApprovedPlan['version'] {
  return fits(value, {id: isTextOrNull, versionString: isText})
}

function isNamed(value: unknown): value is readonly NamedAsset[] {
  return isListOf(value, (each): each is NamedAsset =>
    fits(each, {locale: isText, type: isText, fileName: isText, assetId: isText}),
  )
}

function stepsFault(steps: unknown): string {
  if (!Array.isArray(steps)) return 'has no list of steps'
  const faults = steps.map(stepFault)
  const index = faults.findIndex((fault) => fault !== null)
  return `has a step (number ${index + 1}) that cannot be understood: it ${faults[index]}`
}
