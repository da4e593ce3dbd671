import * as z from 'zod'

import type {AnySection} from '../any-section.ts'
import {diagnosticSchema} from '../diagnostic.ts'
import {ExpectedError} from '../expected-error.ts'
import {stepSchema} from '../step.ts'
import type {Step} from '../step.ts'
import type {ApprovedPlan} from './approved-plan.ts'
import {appSchema, PLAN_SCHEMA, versionSchema} from './plan-file.ts'

/** The file is not a plan that can be approved. */
export class PlanFileError extends ExpectedError {
  override readonly name = 'PlanFileError'
  readonly code = 'PLAN_FILE'
}

const header = z.looseObject({
  schema: z.unknown().optional(),
  mode: z.unknown().optional(),
  failure: z.unknown().optional(),
})
const target = z.looseObject({app: appSchema.nullable(), version: versionSchema.nullable()})

/**
 * Reads an approved plan from the text of a plan file. It is only compared with the current plan, never carried out.
 *
 * @param source - The file, as the user named it.
 * @param sections - All sections that a plan may have steps of.
 * @throws {PlanFileError} if it is not a plan, has another schema, or is from a run that failed.
 */
export function readPlan(
  text: string,
  source: string,
  sections: readonly AnySection[],
): ApprovedPlan {
  const refuse = (why: string) =>
    new PlanFileError(
      `\`plan-file\`: ${source} ${why}. Use the file at the output \`plan-path\` of a successful run with \`mode: plan\`.`,
    )
  const file = header.safeParse(parse(text)).data
  if (file === undefined) throw refuse('is not valid JSON, or is truncated')
  if (file.schema !== PLAN_SCHEMA) {
    throw refuse(
      typeof file.schema === 'number'
        ? `has schema ${file.schema}, but this version of the action reads schema ${PLAN_SCHEMA}: use the same version of the action for both runs`
        : 'is not a plan of this action: it has no `schema`',
    )
  }
  if (file.mode !== 'plan') throw refuse('is not from a run with `mode: plan`')
  const diagnostics = z.array(diagnosticSchema).safeParse(file['diagnostics']).data
  const failed = diagnostics?.some(({severity}) => severity === 'error') ?? true
  if (file.failure !== null || failed) {
    throw refuse('is from a run that failed, so there is no plan to approve')
  }
  const about = target.safeParse(file).data
  if (about === undefined || about.app === null) throw refuse('does not say which app it is for')
  const steps = z.array(z.unknown()).safeParse(file['steps']).data
  if (steps === undefined) throw refuse('has no list of steps')
  return {
    source,
    app: about.app,
    version: about.version,
    steps: steps.map((step, index) => {
      const read = readStep(step, sections)
      if (typeof read !== 'string') return read
      throw refuse(`has an invalid step (number ${index + 1}): it ${read}`)
    }),
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** @returns the step, or why the value is not one, as it reads after "it". */
function readStep(value: unknown, sections: readonly AnySection[]): Step | string {
  const step = stepSchema.safeParse(value)
  if (!step.success) return `has no valid ${placeOf(step.error)}`
  const section = sections.find(({name}) => name === step.data.section)
  if (section === undefined)
    return 'belongs to a section that this version of the action does not know'
  const detail = section.detail.safeParse(step.data.detail)
  return detail.success ? step.data : `has no valid ${placeOf(detail.error, 'detail')}`
}

function placeOf({issues: [first]}: z.ZodError, ...above: readonly string[]): string {
  return `"${[...above, ...(first?.path ?? [])].join('.')}"`
}
