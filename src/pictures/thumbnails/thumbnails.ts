import type {DesiredFile, DesiredListing} from '../../sections/media/listing.ts'
import type {Plan} from '../../core/plan.ts'
import {makeThumbnails} from './make-thumbnails.ts'

/** Small pictures for a report that are made beside other work. */
export interface Thumbnails {
  /** Begins to make those that show what a plan changes or, of a listing without a plan, all. */
  begin(listing: DesiredListing, plan: Plan | null): void
  /** Waits for those that were begun. @returns `data:` addresses of JPEGs by the file's path. */
  made(): Promise<ReadonlyMap<string, string>>
}

/**
 * @param workspace - Absolute; the paths of the files are relative to it.
 * @param signal - Ends it at once.
 */
export function createThumbnails(workspace: string, signal: AbortSignal): Thumbnails {
  let making: Promise<ReadonlyMap<string, string>> = Promise.resolve(new Map())
  return {
    begin(listing, plan) {
      making = makeThumbnails(shownFiles(listing, plan), workspace, signal)
      making.catch(() => 'told where it is awaited')
    },
    made: () => making,
  }
}

/** Of what stays as it is, Apple has a picture. */
function shownFiles({sets}: DesiredListing, plan: Plan | null): readonly DesiredFile[] {
  const files = sets.filter(({medium}) => medium === 'screenshot').flatMap((set) => set.files)
  if (plan === null) return files
  const sent = new Set(plan.steps.map((step) => (step.kind === 'upload' ? step.path : null)))
  return files.filter(({path}) => sent.has(path))
}
