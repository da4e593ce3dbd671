import * as z from 'zod'

import {localizationDetailSchema} from '../../../../src/core/localization-step.ts'
import type {Plan} from '../../../../src/core/plan.ts'
import type {Reference, Step} from '../../../../src/core/step.ts'
import {placeOf} from '../../../../src/sections/media/listing.ts'
import type {
  ActualAsset,
  ActualListing,
  ActualSet,
  DesiredListing,
} from '../../../../src/sections/media/listing.ts'
import {mediaDetailSchema} from '../../../../src/sections/media/plan/detail.ts'
import type {DeleteStep, UploadStep} from '../../../../src/sections/media/plan/detail.ts'

const detailSchema = z.union([mediaDetailSchema, localizationDetailSchema])
type ModelStep = Step<z.output<typeof detailSchema>>

/** What can happen while a plan is carried out; an upload happens in two parts. */
type Event =
  | {readonly part: 'reserve'; readonly step: UploadStep}
  | {readonly part: 'finish'; readonly step: ModelStep}

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
      all.map((set) => [placeOf(locale, set.type), [...set.assets]] as const),
    ),
  )
  const assetsOf = (set: string) => {
    const assets = sets.get(set)
    if (assets === undefined) throw new Error(`${set} does not exist yet`)
    return assets
  }
  const made = new Map<string, string>()
  const idOf = (asset: Reference) =>
    'id' in asset ? asset.id : (made.get(asset.step) ?? 'not made')
  /** How many shown assets may still go from a set that was full, until the next reservation. */
  const roomLeft = new Map<string, number>()
  const change = (set: string, id: string, changes: Partial<ActualAsset>) => {
    const assets = assetsOf(set)
    const index = assets.findIndex((asset) => asset.id === id)
    const asset = assets[index]
    if (asset === undefined) throw new Error(`${id} is not in ${set}`)
    assets[index] = {...asset, ...changes}
  }

  const reserve = ({id, subject, detail}: UploadStep) => {
    made.set(id, detail.resumes ?? `made by ${id}`)
    if (detail.resumes !== null) return
    roomLeft.delete(detail.set)
    const assets = assetsOf(detail.set)
    assets.push({
      id: `made by ${id}`,
      fileName: subject.name,
      fileSize: detail.content.size,
      md5: null,
      sha256: null,
      delivery: {state: 'open'},
      isProcessed: false,
      resumable: true,
      posterTimeCode: null,
      image: null,
    })
    if (assets.length > maximumOf(detail.set)) wrongs.push(`${detail.set} is over its maximum`)
  }
  const remove = ({id: step, detail: {set, assetId}}: DeleteStep) => {
    const assets = assetsOf(set)
    const index = assets.findIndex((asset) => asset.id === assetId)
    const [asset] = assets.splice(index, 1)
    const hadContent =
      asset?.delivery.state === 'complete' || asset?.delivery.state === 'processing'
    if (!hadContent) return
    const files = desired.sets.find(({id}) => id === set)?.files ?? []
    const shown = new Set(
      assets.filter(({delivery}) => delivery.state === 'complete').map(({md5}) => md5),
    )
    const isWhole = files.every((file) => shown.has(file.content.md5))
    const maximum = maximumOf(set)
    const isFull = assets.length + 1 === maximum
    const allowed = isFull ? Math.max(1, Math.floor(maximum / 2)) : (roomLeft.get(set) ?? 0)
    roomLeft.set(set, Math.max(0, allowed - 1))
    if (allowed === 0 && !isWhole) wrongs.push(`${step} came before the files were complete`)
  }
  const finish = (step: ModelStep) => {
    const {id, detail} = step
    switch (detail.kind) {
      case 'localization':
        locales.add(detail.locale)
        return
      case 'set':
        if (!locales.has(detail.locale)) wrongs.push(`${detail.locale} does not exist yet`)
        sets.set(detail.set, [])
        return
      case 'delete':
        remove({...step, detail})
        return
      case 'upload':
        change(detail.set, idOf({step: id}), {
          md5: detail.content.md5,
          fileSize: detail.content.size,
          delivery: {state: 'complete'},
          isProcessed: true,
          resumable: false,
        })
        return
      case 'poster':
        change(detail.set, idOf(detail.asset), {posterTimeCode: detail.timeCode})
        return
      case 'order': {
        const ids = detail.order.map(({asset}) => idOf(asset))
        const assets = assetsOf(detail.set)
        const all = assets.map((asset) => asset.id)
        if (ids.toSorted().join() !== all.toSorted().join()) {
          wrongs.push(`${id} does not list the whole set`)
        }
        assets.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
      }
    }
  }

  const waiting = plan.steps.map(asModelStep)
  const reserved = new Set<string>()
  const done = new Set<string>()
  for (let happened = 0; waiting.length > 0 && happened < killedAfter; happened += 1) {
    const ready = waiting.filter((step) => step.needs.every((need) => done.has(need)))
    /** The sets that have an upload to reserve before the next one. */
    const taken = new Set<string>()
    const events = ready.flatMap((step): readonly Event[] => {
      const {detail} = step
      if (detail.kind !== 'upload' || reserved.has(step.id)) return [{step, part: 'finish'}]
      if (taken.has(detail.set)) return []
      taken.add(detail.set)
      return [{step: {...step, detail}, part: 'reserve'}]
    })
    const event = events[pick(events.length)]
    if (event === undefined) throw new Error('The plan cannot go on: its steps need each other.')
    if (event.part === 'reserve') {
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

function asModelStep(step: Step): ModelStep {
  return {...step, detail: detailSchema.parse(step.detail)}
}
