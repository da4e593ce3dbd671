import type {Card, Shelf} from '../../core/view.ts'
import {grouped} from '../facts/diagnostics.ts'
import type {DiagnosticGroup, RunDiagnostic} from '../facts/diagnostics.ts'

/** One thing that is wrong, with all that it is wrong with. */
export interface Finding extends Pick<DiagnosticGroup, 'severity' | 'what' | 'next' | 'command'> {
  readonly id: string
  /** Files, folders, places or steps, each with its picture or video if there is one. */
  readonly about: readonly FindingSubject[]
}

export interface FindingSubject {
  /** A path, a place, or what a step does. Empty for the run as a whole. */
  readonly title: string
  readonly noun: 'file' | 'place' | 'step'
  readonly line: number | null
  readonly place: PlacedCard | null
}

/** A card with the shelf that it is on. */
export interface PlacedCard {
  readonly shelf: Shelf
  readonly card: Card
}

export function findingsOf(
  diagnostics: readonly RunDiagnostic[],
  shelves: readonly Shelf[],
): readonly Finding[] {
  if (diagnostics.length === 0) return []
  const placeOf = placedCards(shelves)
  return grouped(diagnostics).map(({severity, what, next, command, diagnostics: own}, index) => {
    // Several steps may be about one thing.
    const unique = new Map(own.map((each) => [`${each.title}:${each.line}`, each]))
    return {
      id: `problem${index + 1}`,
      severity,
      what,
      next,
      command,
      about: [...unique.values()].map((each) => ({
        title: each.title,
        noun: nounOf(each),
        line: each.line,
        place: placeOf(each),
      })),
    }
  })
}

function nounOf({title, path, place}: RunDiagnostic): FindingSubject['noun'] {
  if (title === path) return 'file'
  return title === place ? 'place' : 'step'
}

function placedCards(shelves: readonly Shelf[]): (diagnostic: RunDiagnostic) => PlacedCard | null {
  const byPath = new Map<string, PlacedCard>()
  /** Null for a step that is about several. */
  const byStep = new Map<string, PlacedCard | null>()
  for (const shelf of shelves) {
    for (const card of shelf.cards) {
      const placed = {shelf, card}
      if (card.file !== null) byPath.set(card.file.path, placed)
      for (const step of card.steps) byStep.set(step, byStep.has(step) ? null : placed)
    }
  }
  return ({path, step}) => byPath.get(path ?? '') ?? byStep.get(step ?? '') ?? null
}
