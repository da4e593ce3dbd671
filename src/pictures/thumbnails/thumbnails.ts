import type {CardState, ShownFile, View} from '../../core/view.ts'
import {makeThumbnails} from './make-thumbnails.ts'

/** Thumbnails for the report, made in the background. */
export interface Thumbnails {
  /**
   * Starts making thumbnails of the files that Apple has no picture of.
   *
   * @param paths - Only of these.
   */
  begin(views: readonly View[], paths?: ReadonlySet<string>): void
  /** Waits for the thumbnails. @returns `data:` URLs of JPEGs, by the file's path. */
  made(): Promise<ReadonlyMap<string, string>>
}

/** Apple has a picture of everything else. */
const WITHOUT_PICTURE = new Set<CardState>(['new', 'replaced', 'file'])

/**
 * @param workspace - Absolute. The paths of the files are relative to it.
 * @param signal - Stops at once.
 */
export function createThumbnails(workspace: string, signal: AbortSignal): Thumbnails {
  let making: Promise<ReadonlyMap<string, string>> = Promise.resolve(new Map())
  return {
    begin(views, paths) {
      const files = filesIn(views).filter(({path}) => paths?.has(path) ?? true)
      making = makeThumbnails(files, workspace, signal)
      making.catch(() => 'reported where it is awaited')
    },
    made: () => making,
  }
}

function filesIn(views: readonly View[]): readonly ShownFile[] {
  return views
    .flatMap((view) => (view.shape === 'gallery' ? view.shelves : []))
    .filter(({medium}) => medium === 'picture')
    .flatMap(({cards}) => cards)
    .flatMap(({file, state}) => (file !== null && WITHOUT_PICTURE.has(state) ? [file] : []))
}
