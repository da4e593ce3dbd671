import type {
  ActualAsset,
  ActualListing,
  ActualSet,
  DesiredListing,
} from '../../../../src/sections/media/listing.ts'
import {setId} from '../../../../src/sections/media/listing.ts'
import type {AssetReference, Plan, Step} from '../../../../src/core/plan.ts'

/** What can happen while a plan is carried out; an upload happens in two parts. */
type Event = {readonly step: Step; readonly part: 'reserve' | 'finish'}

/** A store in memory that carries out plans as Apple would, and notes whatever must never happen. */
export interface ModelStore {
  readonly listing: () => ActualListing
  readonly wrongs: readonly string[]
}

interface CarryOutOptions {
  readonly maximumOf: (set: string) => number
  /** Chooses the next of so many events that could happen now. */
  readonly pick: (choices: number) => number
  /** After how many events the run is killed. Default: never. */
  readonly killedAfter?: number
}

/** Carries out a plan in an order that its `needs` allow. */
export function carryOut(
  desired: DesiredListing,
  actual: ActualListing,
  plan: Plan,
  {maximumOf, pick, killedAfter = Number.POSITIVE_INFINITY}: CarryOutOptions,
): ModelStore {
  const wrongs: string[] = []
  const locales = new Set(actual.localizations.map(({locale}) => locale))
  const sets = new Map<string, ActualAsset[]>(
    actual.localizations.flatMap(({locale, sets: all}) =>
      all.map((set) => [setId(locale, set.type), [...set.assets]] as const),
    ),
  )
  const assetsOf = (set: string) => {
    const assets = sets.get(set)
    if (assets === undefined) throw new Error(`${set} does not exist yet`)
    return assets
  }
  const made = new Map<string, string>()
  const idOf = (asset: AssetReference) =>
    'assetId' in asset ? asset.assetId : (made.get(asset.uploadStep) ?? 'not made')
  /** How many shown assets may still go from a set that was full, until the next reservation. */
  const roomLeft = new Map<string, number>()
  const change = (set: string, id: string, changes: Partial<ActualAsset>) => {
    const assets = assetsOf(set)
    const index = assets.findIndex((asset) => asset.id === id)
    const asset = assets[index]
    if (asset === undefined) throw new Error(`${id} is not in ${set}`)
    assets[index] = {...asset, ...changes}
  }

  const reserve = (step: Extract<Step, {kind: 'upload'}>) => {
    made.set(step.id, step.resumes ?? `made by ${step.id}`)
    if (step.resumes !== null) return
    roomLeft.delete(step.set)
    const assets = assetsOf(step.set)
    assets.push({
      id: `made by ${step.id}`,
      fileName: step.fileName,
      fileSize: step.content.size,
      md5: null,
      delivery: {state: 'open'},
      isProcessed: false,
      resumable: true,
      posterTimeCode: null,
      image: null,
    })
    if (assets.length > maximumOf(step.set)) wrongs.push(`${step.set} is over its maximum`)
  }
  const remove = (step: Extract<Step, {kind: 'delete'}>) => {
    const assets = assetsOf(step.set)
    const index = assets.findIndex((asset) => asset.id === step.assetId)
    const [asset] = assets.splice(index, 1)
    const hadContent =
      asset?.delivery.state === 'complete' || asset?.delivery.state === 'processing'
    if (!hadContent) return
    const files = desired.sets.find(({id}) => id === step.set)?.files ?? []
    const shown = new Set(
      assets.filter(({delivery}) => delivery.state === 'complete').map(({md5}) => md5),
    )
    const isWhole = files.every((file) => shown.has(file.content.md5))
    const maximum = maximumOf(step.set)
    const isFull = assets.length + 1 === maximum
    const allowed = isFull ? Math.max(1, Math.floor(maximum / 2)) : (roomLeft.get(step.set) ?? 0)
    roomLeft.set(step.set, Math.max(0, allowed - 1))
    if (allowed === 0 && !isWhole) wrongs.push(`${step.id} came before the files were complete`)
  }
  const finish = (step: Step) => {
    switch (step.kind) {
      case 'create-version':
        return
      case 'create-localization':
        locales.add(step.locale)
        return
      case 'create-set':
        if (!locales.has(step.locale)) wrongs.push(`${step.locale} does not exist yet`)
        sets.set(step.set, [])
        return
      case 'delete':
        remove(step)
        return
      case 'upload':
        change(step.set, idOf({uploadStep: step.id}), {
          md5: step.content.md5,
          fileSize: step.content.size,
          delivery: {state: 'complete'},
          isProcessed: true,
          resumable: false,
        })
        return
      case 'set-poster':
        change(step.set, idOf(step.asset), {posterTimeCode: step.timeCode})
        return
      case 'reorder': {
        const ids = step.order.map(idOf)
        const assets = assetsOf(step.set)
        const all = assets.map(({id}) => id)
        if (ids.toSorted().join() !== all.toSorted().join()) {
          wrongs.push(`${step.id} does not list the whole set`)
        }
        assets.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
      }
    }
  }

  const waiting = [...plan.steps]
  const reserved = new Set<string>()
  const done = new Set<string>()
  for (let happened = 0; waiting.length > 0 && happened < killedAfter; happened += 1) {
    const ready = waiting.filter((step) => step.needs.every((need) => done.has(need)))
    const events = ready.flatMap((step): readonly Event[] => {
      if (step.kind !== 'upload' || reserved.has(step.id)) return [{step, part: 'finish'}]
      const isNext = !ready.some(
        (other) =>
          other.kind === 'upload' &&
          other.set === step.set &&
          !reserved.has(other.id) &&
          ready.indexOf(other) < ready.indexOf(step),
      )
      return isNext ? [{step, part: 'reserve'}] : []
    })
    const event = events[pick(events.length)]
    if (event === undefined) throw new Error('The plan cannot go on: its steps need each other.')
    if (event.part === 'reserve' && event.step.kind === 'upload') {
      reserve(event.step)
      reserved.add(event.step.id)
      continue
    }
    finish(event.step)
    done.add(event.step.id)
    waiting.splice(waiting.indexOf(event.step), 1)
  }

  return {
    wrongs,
    listing: () => ({
      ...actual,
      localizations: [...locales].map((locale) => ({
        id: locale,
        locale,
        sets: [...sets].flatMap(([id, assets]): readonly ActualSet[] => {
          const [place = '', type = ''] = id.split('/')
          const medium = type.startsWith('APP_') ? 'screenshot' : 'preview'
          return place === locale ? [{id, medium, type, assets}] : []
        }),
      })),
    }),
  }
}
