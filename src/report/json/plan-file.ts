import {PLAN_SCHEMA} from '../../core/approval/approved-plan.ts'
import type {PlanFile} from '../../core/approval/approved-plan.ts'
import type {Run} from '../../core/run.ts'

/** The plan and what became of it, as JSON for later steps of a workflow. */
export function renderPlanFile(run: Run): string {
  return `${JSON.stringify(planFileOf(run), null, 2)}\n`
}

function planFileOf({mode, app, version, failure, plan, results, problems}: Run): PlanFile {
  const steps = (plan?.steps ?? []).map((step) => {
    const result = results?.get(step.id)
    return result === undefined ? step : {...step, result}
  })
  const {unchanged = [], undecided = [], extras = [], refusals = [], notes = []} = plan ?? {}
  return {
    schema: PLAN_SCHEMA,
    mode,
    app,
    version,
    failure,
    steps,
    unchanged,
    undecided,
    extras,
    notes,
    problems: [...problems, ...refusals],
  }
}
