import {describeTarget} from '../face/log/describe-target.ts'
import type {Inputs} from '../inputs/inputs.ts'
import type {AnySection, FoundSection} from '../core/any-section.ts'
import type {ApprovedPlan} from '../core/approval/approved-plan.ts'
import {isError} from '../core/diagnostic.ts'
import {findSections} from '../core/find-sections.ts'
import {lookUpTarget} from '../core/look-up-target.ts'
import {splitPlan} from '../core/shards.ts'
import {sync} from '../core/sync.ts'
import {localesOf} from '../core/view.ts'
import {inOrder} from '../files/diagnostic-order.ts'
import {copyPictures} from '../pictures/copy-pictures.ts'
import {unmanagedRequirements} from '../managed.ts'
import {isNoEditableVersion} from '../sections/version/target-error.ts'
import type {Tools} from './tools.ts'
import type {ManagedFolders} from '../managed.ts'
import type {OpenStore} from '../sections.ts'
import type {WantedLocales} from '../files/wanted-locales.ts'

export interface SyncParts {
  readonly managed: ManagedFolders
  /** Null if the run does not use App Store Connect. */
  readonly store: OpenStore | null
  readonly sections: readonly AnySection[]
  readonly limit: WantedLocales
  /** What was reviewed; null if nothing was. */
  readonly approved: ApprovedPlan | null
}

/** Reads the folder and, beside it, the store; plans the difference; carries it out if the run applies it. */
export async function syncListing(
  inputs: Inputs,
  {managed, store, sections: managedSections, limit, approved}: SyncParts,
  {log, progress, thumbnails, signal, note}: Tools,
): Promise<void> {
  const {mode, processingTimeout, prune} = inputs
  // Starts while the folder is read.
  const lookingUp = store === null ? null : lookUpTarget(store.target, managedSections)
  lookingUp?.catch(() => 'reported where it is awaited')

  const sections = await findSections(managedSections, signal)
  const diagnostics = inOrder([
    ...limit.diagnostics,
    ...limit.withoutFolder(sections.flatMap(({locales}) => locales)),
    ...sections.flatMap((section) => section.diagnostics),
  ])
  const views = sections.flatMap((section) => section.views())
  note({diagnostics, views})
  progress.namePlaces(views)
  const summaries = sections.flatMap(({summary}) => summary ?? [])
  if (summaries.length > 0) log.line(`Folder: ${summaries.join('; ')}.`)

  const isWrong = diagnostics.some(isError)
  const checkAll = async () => {
    note({diagnostics: inOrder([...diagnostics, ...(await checks(sections))])})
  }
  if (mode === 'validate' || (mode === 'plan' && isWrong)) thumbnails.begin(views)
  if (store === null || lookingUp === null || isWrong) {
    await checkAll()
    return
  }

  const about = await lookingUp.catch(async (error: unknown) => {
    await checkAll()
    if (inputs.onNoEditableVersion === 'fail' || !isNoEditableVersion(error)) throw error
    note({skipped: error.message})
    return null
  })
  if (about === null) return
  log.line(describeTarget(about))
  const synced = await sync({
    sections,
    target: store.target,
    policy: {prune, waits: processingTimeout > 0},
    apply: mode === 'sync',
    approved,
    // One of several jobs does not know what the others bring.
    unmanaged: inputs.shard === null ? unmanagedRequirements(inputs, managed) : null,
    includesUnlocalized: inputs.shard === null || inputs.shard === inputs.shards,
    processingTimeout,
    signal,
    progress,
    // What a run sends is soon in the store, which has pictures of it.
    show: (shown) => thumbnails.begin(shown),
    expect: store.expect,
    copyPictures: (pictures, drop) => copyPictures(pictures, AbortSignal.any([signal, drop])),
  })
  note({
    ...synced,
    diagnostics: inOrder([...diagnostics, ...synced.diagnostics]),
    shards:
      mode === 'plan' && synced.plan !== null
        ? splitPlan(synced.plan, {
            locales: localesOf(views),
            most: inputs.shards,
            opening: new Set(sections.flatMap(({section}) => (section.opens ? section.name : []))),
          })
        : [],
  })
}

/** What is wrong with the files if the store is not read. */
async function checks(sections: readonly FoundSection[]) {
  const all = await Promise.all(sections.map((section) => section.check()))
  return all.flat()
}
