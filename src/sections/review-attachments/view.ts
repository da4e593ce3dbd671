import type {Plan} from '../../core/plan.ts'
import type {Gallery} from '../../core/view.ts'
import {cardsOfPlace, fileShelf} from '../../places/view-place.ts'
import {SECTION} from './attachments.ts'
import type {StoredAttachments, WantedAttachments} from './attachments.ts'

/** The attachments as rows. @param known - Null if the store was not read. */
export function viewAttachments(
  {folder, files}: WantedAttachments,
  known: {readonly have: StoredAttachments; readonly plan: Plan} | null,
): Gallery {
  return fileShelf({
    section: SECTION,
    title: 'App Review attachments',
    folder,
    cards: cardsOfPlace({name: SECTION, section: SECTION, files}, known?.plan ?? null),
    before:
      known === null ? null : known.have.files.map(({id, fileName}) => ({id, name: fileName})),
  })
}
