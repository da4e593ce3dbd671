import type {ActualAsset, DesiredSet} from '../listing.ts'
import type {DeleteStep} from '../../../core/plan.ts'
import type {SetMatch} from './match-set.ts'
import type {Policy} from '../../../core/policy.ts'
import {deletion} from './steps.ts'
import type {Needs} from './steps.ts'

interface Retirement {
  readonly steps: readonly DeleteStep[]
  /** What stays for as long as App Store Connect does not tell the state of one of the files. */
  readonly unclear: readonly ActualAsset[]
  readonly notes: readonly string[]
}

/** Deletes what was replaced or pruned, if this run sees every file of the set complete. */
export function retire(
  set: DesiredSet,
  match: SetMatch,
  left: {
    readonly superseded: readonly ActualAsset[]
    readonly pruned: readonly ActualAsset[]
    readonly sends: boolean
  },
  policy: Policy,
  needs: Needs,
): Retirement {
  const settled =
    match.undecided.size === 0 &&
    [...match.matched.values()].every((asset) => asset.delivery.state === 'complete')
  if (settled && (policy.waits || !left.sends)) {
    return {
      steps: [
        ...left.superseded.map((asset) => deletion(set, asset, 'superseded', needs)),
        ...left.pruned.map((asset) => deletion(set, asset, 'pruned', needs)),
      ],
      unclear: [],
      notes: [],
    }
  }
  const staying = [...left.superseded, ...left.pruned]
  if (staying.length === 0) return {steps: [], unclear: [], notes: []}

  const old = `${set.id}: the old ${staying.map((asset) => asset.fileName).join(', ')}`
  const untold = [...match.matched].filter(([, asset]) => asset.delivery.state === 'unknown')
  if (untold.length === 0) {
    const note = `${old} stays until Apple has processed the new files; the next run deletes it.`
    return {steps: [], unclear: [], notes: [note]}
  }
  const files = untold.map(([file]) => file.name).join(', ')
  const note = `${old} stays, because App Store Connect does not say whether it has processed ${files}.`
  return {steps: [], unclear: staying, notes: [note]}
}
