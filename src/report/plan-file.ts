import type {Run} from '../model/run.ts'

/** Raised whenever a reader of the file would have to change. */
const SCHEMA = 1

/** The plan and what became of it, as JSON for later steps of a workflow. */
export function renderPlanFile({mode, app, version, plan, results, problems}: Run): string {
  const steps = (plan?.steps ?? []).map((step) => {
    const result = results?.get(step.id)
    return result === undefined ? step : {...step, result}
  })
  const {unchanged, undecided, extras, refusals, notes} = plan ?? {}
  const file = {
    schema: SCHEMA,
    mode,
    app,
    version,
    steps,
    unchanged,
    undecided,
    extras,
    notes,
    problems: [...problems, ...(refusals ?? [])],
  }
  return `${JSON.stringify(file, null, 2)}\n`
}
