import type {Plan} from '../../src/core/plan.ts'
import type {Card, CardState, Shelf} from '../../src/core/view.ts'
import {
  createSet,
  deleteId,
  deletion,
  reorder,
  settledOf,
  upload,
  uploadId,
} from './sample-steps.ts'
import type {SampleAsset, SampleFile, SampleSet} from './sample-steps.ts'

export const PHONE = 'APP_IPHONE_67'
export const TABLET = 'APP_IPAD_PRO_3GEN_129'

const DEVICES: Readonly<Record<string, string>> = {[PHONE]: 'iPhone 6.9"', [TABLET]: 'iPad 13"'}

/** What is planned for a set, and what is shown of it. */
export interface SamplePlan extends Pick<Plan, 'steps' | 'settled'> {
  readonly shelf: Shelf
}

/** @param assets - What the store has; null where it does not have the set. */
export function planSet(
  set: SampleSet,
  assets: readonly SampleAsset[] | null,
  prune: boolean,
): SamplePlan {
  const byName = new Map((assets ?? []).map((each) => [each.fileName, each]))
  const sent = set.files.filter(({name, content}) => byName.get(name)?.md5 !== content.md5)
  const isSent = new Set(sent)
  const kept = set.files.filter((file) => !isSent.has(file))
  const moved = movedIn(kept, [...byName.keys()])
  const names = new Set(set.files.map(({name}) => name))
  const others = (assets ?? []).filter(({fileName}) => !names.has(fileName))
  const [gone, extras] = prune ? [others, []] : [[], others]

  const fileCards = set.files.map((file): Card => {
    const old = byName.get(file.name) ?? null
    if (old !== null && !isSent.has(file)) {
      const card = {...cardOf(file, moved ? 'reordered' : 'unchanged'), after: {id: old.id}}
      return moved ? {...card, steps: [reorder(set).id]} : card
    }
    const card = {...cardOf(file, 'new'), after: {step: uploadId(set, file)}}
    if (old === null) return {...card, steps: [uploadId(set, file)]}
    const steps = [uploadId(set, file), deleteId(set, old)]
    return {...card, state: 'replaced', before: {id: old.id, name: old.fileName}, steps}
  })
  const replaced = sent.flatMap(({name}) => byName.get(name) ?? [])
  return {
    shelf: shelfOf(
      set,
      [
        ...fileCards,
        ...extras.map((each): Card => ({...assetCard(each, 'extra'), after: {id: each.id}})),
        ...gone.map((each): Card => {
          const before = {id: each.id, name: each.fileName}
          return {...assetCard(each, 'deleted'), before, steps: [deleteId(set, each)]}
        }),
      ],
      assets ?? [],
    ),
    steps: [
      ...(assets === null ? [createSet(set)] : []),
      ...sent.map((file) => upload(set, file, byName.has(file.name) ? 'replace' : 'upload')),
      ...[...replaced, ...gone].map((each) => deletion(set, each)),
      ...(moved ? [reorder(set)] : []),
    ],
    settled: [
      ...kept.map((file) => settledOf(set, 'unchanged', byName.get(file.name), file)),
      ...extras.map((each) => settledOf(set, 'extra', each)),
    ],
  }
}

export function cardOf({name, path, pixels, content}: SampleFile, state: CardState): Card {
  return {
    name,
    state,
    file: {path, pixels, bytes: content.size, seconds: null, sha256: content.sha256},
    after: null,
    before: null,
    update: null,
    steps: [],
  }
}

/** @param assets - What the store has; null if it was not read. */
export function shelfOf(
  {id, locale, type, folder}: SampleSet,
  cards: readonly Card[],
  assets: readonly SampleAsset[] | null = null,
): Shelf {
  const device = DEVICES[type] ?? type
  return {
    place: id,
    locale,
    language: locale,
    device,
    title: device,
    type,
    medium: 'picture',
    inSearchResults: 3,
    folder,
    cards,
    before: assets && assets.map((each) => ({id: each.id, name: each.fileName})),
  }
}

/** Whether files that stay are in another order than the store's. */
function movedIn(kept: readonly SampleFile[], before: readonly string[]): boolean {
  const places = new Map(before.map((name, index) => [name, index]))
  const order = kept.map(({name}) => places.get(name) ?? 0)
  return order.some((place, index) => index > 0 && place < (order[index - 1] ?? 0))
}

function assetCard({fileName}: SampleAsset, state: CardState): Card {
  return {name: fileName, state, file: null, after: null, before: null, update: null, steps: []}
}
