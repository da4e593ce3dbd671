import type {Plan, PlannedFile} from './plan.ts'
import type {Failure, Results} from './results.ts'
import type {Run} from './run.ts'

const VANISHED: Failure = {
  message: 'It is no longer in App Store Connect: somebody removed it during this run.',
  remedy: 'Make sure that no other job or person works on this version, and run the job again.',
}

/** What somebody removed during the run is neither unchanged nor uploaded, whatever was true before. */
export function withoutVanished(
  plan: Plan,
  results: Results,
  files: readonly PlannedFile[],
): Pick<Run, 'plan' | 'results' | 'vanished'> {
  const paths = new Set(files.map(({path}) => path))
  const lost = plan.steps.filter(
    (step) =>
      step.kind === 'upload' && paths.has(step.path) && results.get(step.id)?.status === 'done',
  )
  const failed = lost.map((step) => [step.id, {status: 'failed', failure: VANISHED}] as const)
  const kept = [...plan.unchanged, ...plan.undecided].filter(({path}) => paths.has(path))
  const isThere = ({path}: PlannedFile) => !paths.has(path)
  return {
    plan: {
      ...plan,
      unchanged: plan.unchanged.filter(isThere),
      undecided: plan.undecided.filter(isThere),
    },
    results: new Map([...results, ...failed]),
    vanished: kept.map((file) => ({...file, ...VANISHED})),
  }
}
