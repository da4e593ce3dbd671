import type {Run} from '../../core/run.ts'
import type {Card} from '../../core/view.ts'
import {shelvesOf} from './views.ts'

/**
 * The id of each picture and video on the report page, made of its locale, device and name: `ja-iphone-6.9-02-climb`.
 * Unique, and the same in every run as long as those are.
 */
export function cardIds(run: Pick<Run, 'views'>): ReadonlyMap<Card, string> {
  const ids = new Map<Card, string>()
  const taken = new Map<string, number>()
  for (const {locale, title, cards} of shelvesOf(run)) {
    const place = `${slug(locale ?? 'all', 'all')}-${slug(title, 'device')}`
    for (const card of cards) {
      const wanted = `${place}-${slug(withoutExtension(card.name), 'picture')}`
      ids.set(card, firstFree(wanted, taken))
    }
  }
  return ids
}

/** @param taken - How often each id was wanted so far. Counted on. */
function firstFree(wanted: string, taken: Map<string, number>): string {
  let number = taken.get(wanted) ?? 0
  let id = wanted
  while (taken.has(id)) {
    number += 1
    id = `${wanted}-${number + 1}`
  }
  taken.set(wanted, number)
  taken.set(id, taken.get(id) ?? 0)
  return id
}

function withoutExtension(name: string): string {
  return name.replace(/\.[a-z\d]{1,5}$/iu, '')
}

/** Letters of any script, digits and dots; everything else becomes a hyphen. */
function slug(text: string, fallback: string): string {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}.]+/u)
    .filter((word) => word !== '')
  return words.join('-') || fallback
}
