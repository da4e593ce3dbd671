import type {Run} from '../../core/run.ts'
import type {View} from '../../core/view.ts'
import {viewsInOrder} from '../facts/views.ts'
import {changeGallery} from './change-gallery.ts'
import type {Addresses} from './change-gallery.ts'
import {checklist} from './checklist.ts'
import type {Piece} from './fit.ts'
import {gallery} from './gallery.ts'
import {textDiffs} from './texts.ts'

/** What the store shows now, the texts that changed, and what is left to do. */
export function shownViews(run: Run): readonly Piece[] {
  return rendered(run, (view) => gallery(view, run))
}

/** What the store shows now and will show. */
export function changedViews(run: Run, addresses: Addresses): readonly Piece[] {
  return rendered(run, (view) => changeGallery(view, run, addresses))
}

function rendered(
  run: Run,
  pictures: (view: View & {readonly shape: 'gallery'}) => readonly Piece[],
): readonly Piece[] {
  return viewsInOrder(run).flatMap((view) => {
    switch (view.shape) {
      case 'gallery':
        return pictures(view)
      case 'texts':
        return textDiffs(view)
      case 'checklist':
        return checklist(view)
    }
  })
}
