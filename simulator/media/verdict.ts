import type {AssetError} from '../store/records.ts'

/** What processing found. */
export type Verdict =
  | {
      readonly state: 'COMPLETE'
      readonly width: number
      readonly height: number
      readonly duration: number | null
    }
  | {readonly state: 'FAILED'; readonly errors: readonly AssetError[]}

/** A refusal whose description equals its code, as live bodies mostly have it. */
export function rejected(...codes: readonly string[]): Verdict {
  return {state: 'FAILED', errors: codes.map((code) => ({code, description: code}))}
}
