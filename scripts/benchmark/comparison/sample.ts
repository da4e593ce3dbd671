/** What a client took for one run. */
export interface Sample {
  /** From the start of the process to its end. */
  readonly milliseconds: number
  /** To the API; parts of files go to another host. */
  readonly requests: number
  /** To both hosts. */
  readonly connections: number
  /** Largest resident set, in bytes. */
  readonly peakMemory: number
  /** Of all threads, user and system, in seconds. */
  readonly cpu: number
}

export type ClientName = 'action' | 'sequential' | 'bare'

/** The runs of one client in one scenario with one latency. */
export interface Cell {
  readonly scenario: string
  /** How many files the folder has. */
  readonly files: number
  /** In milliseconds. */
  readonly latency: number
  readonly client: ClientName
  /** At least one. */
  readonly samples: readonly Sample[]
}
