import type {BundleRun, PlannedStep} from '../../../simulator/runner/run-bundle.ts'

/** The steps of a run's plan file, without what became of them: those of `plan` and of `sync` can be compared. */
export function stepsOf({plan}: Pick<BundleRun, 'plan'>): readonly object[] {
  return (plan?.steps ?? []).map((step: PlannedStep & {readonly result?: unknown}) => {
    const {result: _, ...planned} = step
    return planned
  })
}

/** The requests that the steps of a plan announce. */
export function announcedWrites({plan}: Pick<BundleRun, 'plan'>): number {
  return (plan?.steps ?? []).reduce((sum, {cost}) => sum + cost.writes, 0)
}
