import type {ActualAsset, DesiredSet} from '../listing.ts'
import type {Diagnostic} from '../../../core/diagnostic.ts'
import type {DeleteStep} from './detail.ts'
import type {SetMatch} from './match-set.ts'
import type {Policy} from '../../../core/policy.ts'
import {deleteStep} from './steps.ts'
import type {Needs} from '../../../places/steps.ts'

interface DeletionPlan {
  readonly steps: readonly DeleteStep[]
  /** What stays as long as App Store Connect does not report the state of one of the files. */
  readonly unclear: readonly ActualAsset[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Deletes what was replaced or pruned, if this run sees every file of the set complete. */
export function planDeletions(
  set: DesiredSet,
  match: SetMatch,
  left: {
    readonly superseded: readonly ActualAsset[]
    readonly pruned: readonly ActualAsset[]
    readonly sends: boolean
  },
  policy: Policy,
  needs: Needs,
): DeletionPlan {
  const settled =
    match.undecided.size === 0 &&
    [...match.matched.values()].every((asset) => asset.delivery.state === 'complete')
  if (settled && (policy.waits || !left.sends)) {
    return {
      steps: [
        ...left.superseded.map((asset) => deleteStep(set, asset, 'superseded', needs)),
        ...left.pruned.map((asset) => deleteStep(set, asset, 'pruned', needs)),
      ],
      unclear: [],
      diagnostics: [],
    }
  }
  const staying = [...left.superseded, ...left.pruned]
  if (staying.length === 0) return {steps: [], unclear: [], diagnostics: []}

  const old = `keeps the old ${staying.map((asset) => asset.fileName).join(', ')}`
  const warning = (what: string): readonly Diagnostic[] => [
    {severity: 'warning', code: 'old-stays', what, next: '', about: {place: set.id}},
  ]
  const unknown = [...match.matched].filter(([, asset]) => asset.delivery.state === 'unknown')
  if (unknown.length === 0) {
    const why = `${old} until Apple has processed the new files; the next run deletes ${staying.length === 1 ? 'it' : 'them'}`
    return {steps: [], unclear: [], diagnostics: warning(why)}
  }
  const files = unknown.map(([file]) => file.name).join(', ')
  const why = `${old}, because App Store Connect does not say whether it has processed ${files}`
  return {steps: [], unclear: staying, diagnostics: warning(why)}
}
