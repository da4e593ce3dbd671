import {MEDIA_LIMITS} from '../facts/limits.ts'
import type {ActualAsset, ActualSet, DesiredFile, DesiredSet} from '../listing.ts'
import type {Diagnostic} from '../../../core/diagnostic.ts'
import type {Plan, Settled} from '../../../core/plan.ts'
import {isDeletion, isUpload} from './detail.ts'
import type {DeleteStep, MediaStep} from './detail.ts'
import {hasContent} from '../../../transfer/stored-file.ts'
import {matchSet} from './match-set.ts'
import type {SetMatch} from './match-set.ts'
import {planOrder} from './plan-order.ts'
import {planPosters} from './plan-posters.ts'
import {planUploads} from './plan-uploads.ts'
import type {Policy} from '../../../core/policy.ts'
import {planDeletions} from './plan-deletions.ts'
import {createSetStep, deleteStep, subjectInSet} from './steps.ts'
import type {Needs} from '../../../places/steps.ts'

/**
 * Plans one set: what to delete, upload, replace and reorder so that the store shows the files.
 *
 * The order of the steps is a promise: first dead records are deleted, then other assets only if the set is full,
 * then the files are uploaded. Nothing else that the store shows is deleted before every file of the set is complete.
 *
 * @param actual - The set as the store has it, or null if it does not exist.
 * @param needs - Ids of the steps that must be done before the set can be changed, such as adding its locale.
 */
export function planSet(
  set: DesiredSet,
  actual: ActualSet | null,
  policy: Policy,
  needs: Needs,
): Plan {
  const assets = actual?.assets ?? []
  const match = matchSet(set.files, assets)
  const extras = policy.prune ? [] : match.extras
  const kept = [...extras, ...match.unknown]
  const maximum = MEDIA_LIMITS[set.medium].maximumPerSet
  const proved = ([, asset]: readonly [DesiredFile, ActualAsset]) =>
    asset.delivery.state !== 'processing' || !policy.waits
  const matched = [...match.matched]
  const settled = [
    ...settledFiles(set, 'unchanged', matched.filter(proved)),
    ...settledFiles(
      set,
      'undecided',
      matched.filter((pair) => !proved(pair)),
    ),
    ...settledFiles(set, 'undecided', [...match.undecided]),
    ...settledAssets(set, 'extra', extras),
    ...settledAssets(set, 'unclear', match.unknown),
  ]
  if (set.files.length + kept.length > maximum) {
    return {steps: [], settled, diagnostics: [tooMany(set, kept, match, maximum)]}
  }

  const make = actual === null ? [createSetStep(set, needs)] : []
  const setNeeds = actual === null ? ids(make) : needs
  const clear = clearDeadRecords(set, match, policy, setNeeds)
  const removable = {
    superseded: match.superseded,
    pruned: policy.prune ? match.extras.filter(hasContent) : [],
  }
  const uploads = planUploads(set, match, removable, {
    free: maximum - assets.length + clear.length,
    maximum,
    waits: policy.waits,
    needs: [...setNeeds, ...ids(clear)],
  })
  const deletions = planDeletions(set, match, uploads.left, policy, [
    ...setNeeds,
    ...ids(uploads.steps),
  ])
  const sent = uploads.steps.filter(isUpload)
  const posters = planPosters(set, match, sent, policy)

  const work: readonly MediaStep[] = [...make, ...clear, ...uploads.steps, ...deletions.steps]
  const gone = new Set(work.filter(isDeletion).map(({detail}) => detail.assetId))
  const order = planOrder(set, match, {
    sent,
    present: assets.filter((asset) => !gone.has(asset.id)),
    leaving: [...removable.superseded, ...removable.pruned],
    needs: ids(work),
  })
  return {
    steps: [...work, ...posters.steps, ...order],
    settled: [...settled, ...settledAssets(set, 'unclear', deletions.unclear)],
    diagnostics: [
      ...uploads.diagnostics,
      ...deletions.diagnostics,
      ...posters.diagnostics,
      ...unknownAssets(set, match),
    ],
  }
}

/** Records without content take up places that the files may need, and the store does not show them. */
function clearDeadRecords(
  set: DesiredSet,
  match: SetMatch,
  policy: Policy,
  needs: Needs,
): readonly DeleteStep[] {
  const unnamed = policy.prune ? match.extras.filter((asset) => !hasContent(asset)) : []
  return [
    ...match.dead.map((asset) => deleteStep(set, asset, 'dead', needs)),
    ...unnamed.map((asset) => deleteStep(set, asset, 'pruned', needs)),
  ]
}

function unknownAssets({id}: DesiredSet, {unknown}: SetMatch): readonly Diagnostic[] {
  return unknown.map(({fileName}) => ({
    severity: 'warning',
    code: 'unknown-asset',
    what: `keeps ${fileName}, because App Store Connect does not report its state`,
    next: 'look at it in App Store Connect, and delete it there if you do not need it',
    about: {place: id},
  }))
}

function tooMany(
  set: DesiredSet,
  kept: readonly ActualAsset[],
  {unknown}: SetMatch,
  maximum: number,
): Diagnostic {
  const names = kept.map((asset) => asset.fileName).join(', ')
  return {
    severity: 'error',
    code: 'set-too-full',
    what: `has ${set.files.length} files; with ${kept.length} others in App Store Connect (${names}), ${set.id} would have more than the ${maximum} that Apple allows`,
    next:
      unknown.length === kept.length
        ? 'look at the others in App Store Connect, which does not report their state, and delete there what you do not need'
        : 'add the others to the folder, remove files, or delete the others with `prune: true`',
    about: {path: set.folder},
  }
}

function settledFiles(
  set: DesiredSet,
  state: Settled['state'],
  pairs: readonly (readonly [DesiredFile, ActualAsset])[],
): readonly Settled[] {
  return pairs.map(([file, asset]) => ({
    section: 'media',
    state,
    subject: {...subjectInSet(set, set.medium, file.name), file: {path: file.path}},
    resourceId: asset.id,
  }))
}

function settledAssets(
  set: DesiredSet,
  state: Settled['state'],
  assets: readonly ActualAsset[],
): readonly Settled[] {
  return assets.map(({fileName, id}) => ({
    section: 'media',
    state,
    subject: subjectInSet(set, set.medium, fileName),
    resourceId: id,
  }))
}

function ids(steps: readonly MediaStep[]): readonly string[] {
  return steps.map((step) => step.id)
}
