import type {Client} from '../../../connect/client.ts'
import type {Uploader} from '../../../transfer/upload-part.ts'
import type {ActualListing, DesiredListing, ImageTemplate, Version} from '../listing.ts'
import type {CreateSetStep, Plan, PlannedFile, Step} from '../../../core/plan.ts'
import type {Performed, Section} from '../../../core/section.ts'
import {failureOf} from '../../../core/explain.ts'
import {createLocalization} from '../../version/localizations.ts'
import {lookUp, openLedger, resolve} from './ledger.ts'
import {createRemoveGhosts} from './ghosts.ts'
import {createLastLook} from './last-look.ts'
import {createOrderSet} from './order-set.ts'
import {createPresence} from './presence.ts'
import {readSets} from './read-sets.ts'
import {createSendFile} from '../../../transfer/send-file.ts'
import {createVerify} from './verify.ts'
import {wantedOrders} from './wanted-orders.ts'
import {createSet, deleteAsset, setPosterFrame} from './writes.ts'

export interface MediaSectionOptions {
  readonly client: Client
  readonly upload: Uploader
  readonly version: Version
  readonly desired: DesiredListing
  readonly actual: ActualListing
  readonly plan: Plan
  /** Absolute; the paths of the steps are relative to it. */
  readonly workspace: string
  readonly filesInFlight: number
  /** When the run began, in milliseconds since 1970. */
  readonly startedAt: number
  readonly signal: AbortSignal
  readonly tell: (message: string) => void
}

export interface MediaSection {
  readonly section: Section
  /** Pictures of what the store shows, by Apple's id of the asset; grows while the plan is carried out. */
  readonly images: ReadonlyMap<string, ImageTemplate>
  /** Files that were in place during the run, and that the last look at their set has missed. */
  readonly vanished: () => readonly PlannedFile[]
}

/** Screenshots and previews through Apple's sets (App Store Connect API up to 4.4). */
export function createMediaSection(options: MediaSectionOptions): MediaSection {
  const {client, version, desired, plan} = options
  const ledger = openLedger(options.actual)
  const sendFile = createSendFile({...options, ledger})
  const presence = createPresence(client, desired, plan)
  const removeGhosts = createRemoveGhosts({...options, ledger})
  const lastLook = createLastLook({...options, ledger, presence})
  const orderSet = createOrderSet({...options, ledger, presence, removeGhosts})
  const verify = createVerify({
    ...options,
    ledger,
    presence,
    removeGhosts,
    orderSet,
    wantedOrder: wantedOrders(desired, plan, ledger),
  })

  const makeSet = async (step: CreateSetStep): Promise<string> => {
    const localization = lookUp(ledger.localizations, step.locale)
    const find = async () => {
      const sets = await readSets(client, localization, step.medium)
      const set = sets.find(({type}) => type === step.type)
      // One that has assets is somebody else's work, and Apple's refusal to make another says so.
      return set?.assets.length === 0 ? {type: step.medium, id: set.id} : null
    }
    return createSet(client, {medium: step.medium, localization, type: step.type}, find)
  }

  const section: Section = {
    groupOf: (step) => (step.kind === 'upload' ? `${step.locale} ${step.medium}s` : null),
    explain: failureOf,
    verify: async (_group, pending) => verify(pending[0]?.step.locale ?? '', pending),

    async perform(step: Step): Promise<Performed> {
      switch (step.kind) {
        case 'create-version':
          throw new Error('A version is created before its media are planned.')
        case 'create-localization': {
          const id = await createLocalization(client, version, step.locale)
          ledger.localizations.set(step.locale, id)
          return done(id)
        }
        case 'create-set': {
          const id = await makeSet(step)
          ledger.sets.set(step.set, id)
          return done(id)
        }
        case 'delete':
          await lastLook(step)
          await deleteAsset(client, step.medium, step.assetId)
          return done(step.assetId)
        case 'upload': {
          const id = await sendFile(step)
          ledger.uploads.set(step.id, id)
          return {state: 'pending', resourceId: id}
        }
        case 'set-poster': {
          const id = resolve(ledger, step.asset)
          await setPosterFrame(client, id, step.timeCode)
          return done(id)
        }
        case 'reorder': {
          const appleSet = lookUp(ledger.sets, step.set)
          const ids = step.order.map((asset) => resolve(ledger, asset))
          await orderSet({set: step.set, medium: step.medium, appleSet, ids})
          return done(appleSet)
        }
      }
    },
  }
  return {section, images: ledger.images, vanished: () => presence.gone()}
}

function done(resourceId: string): Performed {
  return {state: 'done', resourceId}
}
