import type {Plan, Settled} from '../core/plan.ts'
import type {Step} from '../core/step.ts'
import {EVERY_LOCALE} from '../core/view.ts'
import type {Card, CardState, Gallery, Shelf} from '../core/view.ts'
import {nameKey} from '../transfer/stored-file.ts'
import {fileDetailSchema} from './detail.ts'
import type {FileDeletion, FileUpload} from './detail.ts'
import {deletedCard, extraCard} from './cards.ts'
import type {Place} from './place.ts'

/** What the shelf of a section without pictures shows. */
interface FileShelf extends Pick<Shelf, 'folder' | 'cards' | 'before'> {
  /** Also its one place. */
  readonly section: string
  /** In words. */
  readonly title: string
}

/** The one shelf of a section whose files have neither locale nor picture. */
export function fileShelf({section, title, ...shown}: FileShelf): Gallery {
  const shelf: Shelf = {
    place: section,
    locale: null,
    language: EVERY_LOCALE,
    device: title,
    title,
    type: section,
    medium: 'file',
    inSearchResults: 0,
    ...shown,
  }
  return {shape: 'gallery', shelves: [shelf]}
}

/**
 * The cards of a place: its files, what else the store has, and what is deleted.
 *
 * @param plan - Null if the store was not read.
 */
export function cardsOfPlace(
  {name: place, section, files}: Pick<Place, 'name' | 'section' | 'files'>,
  plan: Plan | null,
): readonly Card[] {
  const steps = (plan?.steps ?? []).filter(
    (step) => step.section === section && step.subject.place === place,
  )
  const settled = (plan?.settled ?? []).filter(
    (each) => each.section === section && each.subject.place === place,
  )
  const uploads = new Map<string, Step<FileUpload>>()
  const deletions: Step<FileDeletion>[] = []
  for (const step of steps) {
    const detail = fileDetailSchema.safeParse(step.detail).data
    if (detail?.kind === 'upload') uploads.set(detail.path, {...step, detail})
    if (detail?.kind === 'delete') deletions.push({...step, detail})
  }
  const gone = deletions.filter(({detail}) => detail.cause !== 'dead')
  const placed = new Map(settled.map((each) => [each.subject.file?.path ?? '', each]))
  const taken = new Set<string>()
  const replacedBy = ({action, subject}: Step<FileUpload>) => {
    if (action !== 'replace') return null
    const free = gone.filter(({id, detail}) => detail.cause === 'superseded' && !taken.has(id))
    const key = nameKey(subject.name)
    const old = free.find((each) => nameKey(each.subject.name) === key) ?? free[0] ?? null
    if (old !== null) taken.add(old.id)
    return old
  }
  const cards = files.map(({name, path, pixels, content}): Card => {
    const upload = uploads.get(path)
    const old = upload === undefined ? null : replacedBy(upload)
    const id = placed.get(path)?.resourceId ?? null
    return {
      name,
      state: stateOf(upload, placed.get(path)),
      file: {path, pixels, bytes: content.size, seconds: null, sha256: content.sha256},
      after: upload === undefined ? (id === null ? null : {id}) : {step: upload.id},
      before: old === null ? null : {id: old.detail.assetId, name: old.subject.name},
      update: null,
      steps: [upload, old].flatMap((step) => (step ? [step.id] : [])),
    }
  })
  return [
    ...cards,
    ...settled.filter(({state}) => state === 'extra').map(extraCard),
    ...gone.filter(({id}) => !taken.has(id)).map(deletedCard),
  ]
}

function stateOf(upload: Step | undefined, settled: Settled | undefined): CardState {
  if (upload !== undefined) return upload.action === 'replace' ? 'replaced' : 'new'
  if (settled?.state === 'undecided') return 'undecided'
  return settled?.state === 'unchanged' ? 'unchanged' : 'file'
}
