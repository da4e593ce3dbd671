/** A step's call of an action, for whoever carries it out. */
export interface ActionCall {
  /** As the step has them, evaluated. */
  readonly inputs: Readonly<Record<string, string>>
  /** What the runner and the workflow set. */
  readonly env: Readonly<Record<string, string>>
  /** The job's own workspace. */
  readonly workspace: string
  /** The job's `runner.temp`. */
  readonly temp: string
  /** What `actions/checkout` checks out. */
  readonly repository: string
  /** Where artifacts are kept: a folder for each. */
  readonly artifacts: string
  /** As GitHub's webhooks have it. */
  readonly event: object
}

/** What became of it. */
export interface ActionEnd {
  readonly isSuccess: boolean
  readonly outputs: Readonly<Record<string, string>>
  readonly log: string
  readonly summary: string
}

/** Carries out an action in a rehearsal; what it does not say is a success without outputs. */
export type StandInAction = (call: ActionCall) => Promise<Partial<ActionEnd>>

/** The inputs of a call. @throws for one that is not among the names. */
export function knownInputs<Name extends string>(
  {inputs}: ActionCall,
  names: readonly Name[],
): Readonly<Partial<Record<Name, string>>> {
  const unknown = Object.keys(inputs).find((each) => !names.some((name) => name === each))
  if (unknown !== undefined) throw new Error(`The stand-in knows no input ${unknown}.`)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the names were just compared
  return inputs as Readonly<Partial<Record<Name, string>>>
}
