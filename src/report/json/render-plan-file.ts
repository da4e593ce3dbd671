import {PLAN_SCHEMA} from '../../core/approval/plan-file.ts'
import type {PlanFile} from '../../core/approval/plan-file.ts'
import type {Run} from '../../core/run.ts'

/** The plan and its results as JSON, for later steps of a workflow. */
export function renderPlanFile(run: Run): string {
  return `${JSON.stringify(planFileOf(run), null, 2)}\n`
}

function planFileOf({mode, app, version, failure, plan, results, diagnostics}: Run): PlanFile {
  return {
    schema: PLAN_SCHEMA,
    mode,
    app: app && {id: app.id, bundleId: app.bundleId},
    version,
    failure,
    steps: (plan?.steps ?? []).map((step) => {
      const result = results?.get(step.id)
      return result === undefined ? step : {...step, result}
    }),
    settled: plan?.settled ?? [],
    diagnostics: [...diagnostics, ...(plan?.diagnostics ?? [])],
  }
}
