import {MEDIA_LIMITS} from '../facts/limits.ts'
import type {ActualAsset, ActualSet, DesiredFile, DesiredSet} from '../listing.ts'
import type {DeleteStep, Extra, Plan, PlannedFile, Step, UploadStep} from '../../../core/plan.ts'
import type {Problem} from '../../../core/diagnostic.ts'
import {hasContent, matchSet} from './match-set.ts'
import type {SetMatch} from './match-set.ts'
import {planOrder} from './plan-order.ts'
import {planPosters} from './plan-posters.ts'
import {planUploads} from './plan-uploads.ts'
import type {Policy} from '../../../core/policy.ts'
import {retire} from './retire.ts'
import {createSet, deletion} from './steps.ts'
import type {Needs} from './steps.ts'

/**
 * Plans one set: what has to be removed, sent, replaced and reordered so that the store shows the files.
 *
 * The order of work is the promise: dead records first, room only if the set is full, then the uploads; and
 * nothing else that the store shows is deleted before every file of the set is complete.
 *
 * @param actual - The set as the store has it, or null when it does not exist.
 * @param needs - Ids of the steps that make the set's localization, if it has to be made.
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
  const facts = {
    unchanged: plannedFiles(set, matched.filter(proved)),
    undecided: plannedFiles(set, [...matched.filter((pair) => !proved(pair)), ...match.undecided]),
    extras: extrasOf(set, extras),
    unclear: extrasOf(set, match.unknown),
  }
  if (set.files.length + kept.length > maximum) {
    return {...facts, steps: [], notes: [], refusals: [tooMany(set, kept, match, maximum)]}
  }

  const make = actual === null ? [createSet(set, needs)] : []
  const ground = actual === null ? ids(make) : needs
  const clear = clearDeadRecords(set, match, policy, ground)
  const outgoing = {
    superseded: match.superseded,
    pruned: policy.prune ? match.extras.filter(hasContent) : [],
  }
  const uploads = planUploads(set, match, outgoing, {
    free: maximum - assets.length + clear.length,
    maximum,
    waits: policy.waits,
    needs: [...ground, ...ids(clear)],
  })
  const retired = retire(set, match, uploads.left, policy, [...ground, ...ids(uploads.steps)])
  const sent = uploads.steps.filter((step): step is UploadStep => step.kind === 'upload')
  const posters = planPosters(set, match, sent, policy)

  const work: readonly Step[] = [...make, ...clear, ...uploads.steps, ...retired.steps]
  const gone = new Set(work.map((step) => (step.kind === 'delete' ? step.assetId : null)))
  const order = planOrder(set, match, {
    sent,
    present: assets.filter((asset) => !gone.has(asset.id)),
    leaving: [...outgoing.superseded, ...outgoing.pruned],
    needs: ids(work),
  })
  return {
    ...facts,
    unclear: extrasOf(set, [...match.unknown, ...retired.unclear]),
    steps: [...work, ...posters.steps, ...order],
    notes: [...uploads.notes, ...retired.notes, ...posters.notes, ...unknownNotes(set, match)],
    refusals: [],
  }
}

/** Records without content hold places that the files may need, and the store shows nothing of them. */
function clearDeadRecords(
  set: DesiredSet,
  match: SetMatch,
  policy: Policy,
  needs: Needs,
): readonly DeleteStep[] {
  const unnamed = policy.prune ? match.extras.filter((asset) => !hasContent(asset)) : []
  return [
    ...match.dead.map((asset) => deletion(set, asset, 'dead', needs)),
    ...unnamed.map((asset) => deletion(set, asset, 'pruned', needs)),
  ]
}

function unknownNotes(set: DesiredSet, {unknown}: SetMatch): readonly string[] {
  return unknown.map(
    ({fileName}) =>
      `${set.id}: ${fileName} stays, because App Store Connect does not say what it holds. Look at it in App Store Connect, and delete it there if it should go.`,
  )
}

function tooMany(
  set: DesiredSet,
  kept: readonly ActualAsset[],
  {unknown}: SetMatch,
  maximum: number,
): Problem {
  const names = kept.map((asset) => asset.fileName).join(', ')
  return {
    severity: 'error',
    code: 'set-too-full',
    path: set.folder,
    finding: `${set.files.length} files and ${kept.length} other assets that the store has in ${set.id} (${names}) are more than the ${maximum} that Apple allows`,
    expectation:
      unknown.length === kept.length
        ? 'look at the other assets in App Store Connect, which does not say what they hold, and delete there what should go'
        : 'add the other assets to the folder, remove files, or delete the other assets with `prune: true`',
  }
}

function extrasOf(set: DesiredSet, assets: readonly ActualAsset[]): readonly Extra[] {
  return assets.map(({fileName, id}) => ({
    locale: set.locale,
    type: set.type,
    fileName,
    assetId: id,
  }))
}

function plannedFiles(
  set: DesiredSet,
  pairs: readonly (readonly [DesiredFile, ActualAsset])[],
): readonly PlannedFile[] {
  return pairs.map(([file, asset]) => ({
    locale: set.locale,
    type: set.type,
    fileName: file.name,
    path: file.path,
    assetId: asset.id,
  }))
}

function ids(steps: readonly Step[]): readonly string[] {
  return steps.map((step) => step.id)
}
