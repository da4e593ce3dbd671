import type {Run} from '../../core/run.ts'
import type {Shelf, TextGroup} from '../../core/view.ts'

type Views = Pick<Run, 'views'>

export function shelvesOf({views}: Views): readonly Shelf[] {
  return views.flatMap((view) => (view.shape === 'gallery' ? view.shelves : []))
}

export function textGroupsOf({views}: Views): readonly TextGroup[] {
  return views.flatMap((view) => (view.shape === 'texts' ? view.groups : []))
}

/** Texts of one kind. */
export interface TextKind {
  readonly id: 'texts' | 'settings'
  readonly title: string
  readonly noun: string
  readonly groups: readonly TextGroup[]
}

/** Texts, which have a locale, and settings, which have none: readers see them apart. Without a kind that has none. */
export function textKindsOf(run: Views): readonly TextKind[] {
  const [texts, settings] = [true, false].map((hasLocale) =>
    textGroupsOf(run).filter(({locale}) => (locale !== null) === hasLocale),
  )
  const kinds: readonly TextKind[] = [
    {id: 'texts', title: 'Texts', noun: 'text', groups: texts ?? []},
    {id: 'settings', title: 'Settings', noun: 'setting', groups: settings ?? []},
  ]
  return kinds.filter(({groups}) => groups.length > 0)
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
