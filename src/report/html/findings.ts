import type {Card, Shelf} from '../../core/view.ts'
import {alike, commandFor} from '../facts/diagnostics.ts'
import type {RunDiagnostic} from '../facts/diagnostics.ts'

/** One thing that is wrong, with all that it is wrong with. */
export interface Finding {
  readonly id: string
  readonly severity: RunDiagnostic['severity']
  readonly what: string
  readonly next: string
  /** A shell command that fixes it, or null. */
  readonly command: string | null
  /** Files, folders, places or steps, each with its picture or video if there is one. */
  readonly about: readonly FindingSubject[]
}

export interface FindingSubject {
  /** A path, a place, or what a step does. Empty for the run as a whole. */
  readonly title: string
  readonly isFile: boolean
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
  return alike(diagnostics).map((group, index) => {
    const {severity, what, next} = group[0]
    return {
      id: `problem${index + 1}`,
      severity,
      what,
      next,
      command: commandFor(group),
      about: group.map((each) => ({
        title: each.title,
        isFile: each.path !== null,
        line: each.line,
        place: placeOf(each),
      })),
    }
  })
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
