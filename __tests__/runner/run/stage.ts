import type {StandInAction} from '../actions/action-call.ts'
import type {Inputs} from '../../../simulator/runner/run-bundle.ts'
import type {Workflow} from '../parse/workflow.ts'
import type {GitHubContext} from './github-context.ts'
import type {StandInFolder} from './stand-in-commands.ts'

/** What all jobs of a rehearsal share. */
export interface Stage {
  readonly workflow: Workflow
  /** What `actions/checkout` checks out. */
  readonly repository: string
  /** Where each job gets its workspace and its `runner.temp`. */
  readonly jobs: string
  readonly artifacts: string
  readonly standIns: StandInFolder
  /** By what `uses` says before the `@`. */
  readonly actions: Readonly<Record<string, StandInAction>>
  /** What every step of our own action gets beside its inputs. */
  readonly actionInputs: Inputs
  readonly contexts: {
    readonly github: GitHubContext
    readonly inputs: object
    readonly secrets: object
    readonly vars: object
  }
}

/** What the runner sets for every step, from the context `github`: `GITHUB_REF_NAME` and its like. */
export function runnerVariables({contexts}: Stage): Readonly<Record<string, string>> {
  const pairs = Object.entries(contexts.github).flatMap(([name, value]) =>
    typeof value === 'string' && name !== 'token'
      ? [[`GITHUB_${name.toUpperCase()}`, value] as const]
      : [],
  )
  return Object.fromEntries(pairs)
}
