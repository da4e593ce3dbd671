import type {Run} from '../../core/run.ts'
import type {Shelf, TextGroup, View} from '../../core/view.ts'

type Views = Pick<Run, 'views'>

/**
 * What the sections show, in the order of a report: what to do, texts, pictures. Views of the same shape are shown
 * together, whatever their sections.
 */
export function viewsInOrder(run: Views): readonly View[] {
  const groups = textGroupsOf(run)
  const shelves = shelvesOf(run)
  return [
    ...run.views.filter(({shape}) => shape !== 'texts' && shape !== 'gallery'),
    ...(groups.length === 0 ? [] : [{shape: 'texts', groups} as const]),
    ...(shelves.length === 0 ? [] : [{shape: 'gallery', shelves} as const]),
  ]
}

export function shelvesOf({views}: Views): readonly Shelf[] {
  return views.flatMap((view) => (view.shape === 'gallery' ? view.shelves : []))
}

export function textGroupsOf({views}: Views): readonly TextGroup[] {
  return views.flatMap((view) => (view.shape === 'texts' ? view.groups : []))
}

/** What the folder has to show. */
export interface Declared {
  readonly files: number
  readonly locales: number
  /** Whether the store has all of it. */
  readonly isInPlace: boolean
}

export function declaredIn(run: Views): Declared {
  const states: string[] = []
  const files = new Set<string>()
  const locales = new Set<string>()
  for (const {locale, cards} of shelvesOf(run)) {
    if (locale !== null) locales.add(locale)
    for (const {file, state} of cards) {
      if (file === null) continue
      states.push(state)
      files.add(file.path)
    }
  }
  for (const {locale, fields} of textGroupsOf(run)) {
    if (locale !== null) locales.add(locale)
    for (const {state, file} of fields) {
      states.push(state)
      files.add(file.path)
    }
  }
  return {
    files: files.size,
    locales: locales.size,
    isInPlace: states.every((state) => state === 'unchanged'),
  }
}
