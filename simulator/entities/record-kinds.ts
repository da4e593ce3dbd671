import {randomUUID} from 'node:crypto'
import {invalidAttribute, stateError} from '../http/refusal.ts'
import {locales} from '../media/specifications.ts'
import type {Entity, EntityType} from '../store/records.ts'
import {entitiesOf, entityOf} from '../store/store.ts'
import type {World} from '../store/world.ts'
import {
  checkAdvancedExperience,
  copyDefaultExperience,
  replaceAdvancedLocalizations,
  requireSecondLocale,
} from './app-clips.ts'
import {checkCategories, dropSubcategories} from './app-infos.ts'
import {MOST_PACKS} from './background-assets.ts'
import {checkBuildChange} from './builds.ts'
import {addEntity, requireLength} from './draft.ts'
import type {Draft} from './draft.ts'
import {checkInfoLocalization, requireSecondInfoLocale} from './info-localizations.ts'
import {NOT_BEGUN, checkPhase, requireNotBegun} from './phased-releases.ts'
import {createSchedule} from './price-schedules.ts'
import {checkReviewDetail} from './review-details.ts'
import {
  awaitReadiness,
  changeItem,
  changeSubmission,
  checkItem,
  requireNoOpenSubmission,
  takeOut,
} from './review-submissions.ts'

/** What a kind of record needs besides what all need. */
export interface RecordKind {
  /** The relationship to the parent, which takes one of the kind for each value of `unique`; null if it takes any number. */
  readonly parent: string | null
  /** The attribute that tells siblings apart; null where the parent has one of the kind. */
  readonly unique: string | null
  /** Whether the version that it goes out with locks it. Default true. */
  readonly isLocked?: boolean
  /** Attributes that Apple sets on a new record. */
  readonly defaults?: (world: World, draft: Draft) => Entity['attributes']
  /** Instead of what a POST usually does. @returns the id. */
  readonly create?: (world: World, body: unknown) => string
  /** Throws what Apple has against it, new or changed. */
  readonly check?: (world: World, draft: Draft, body: unknown) => void
  /** Called once it is there. */
  readonly made?: (world: World, draft: Draft, body: unknown) => void
  /** Instead of what a PATCH usually does. */
  readonly change?: (world: World, record: Entity, body: unknown) => void
  /** Called once it is changed. */
  readonly changed?: (world: World, draft: Draft, body: unknown) => void
  /** Throws what Apple has against deleting it. */
  readonly checkRemoval?: (world: World, record: Entity) => void
}

/** By type. */
export const recordKinds: Readonly<Partial<Record<EntityType, RecordKind>>> = {
  appStoreReviewDetails: {parent: 'appStoreVersion', unique: null, check: checkReviewDetail},
  appClipDefaultExperiences: {
    parent: 'releaseWithAppStoreVersion',
    unique: null,
    made: copyDefaultExperience,
  },
  appClipDefaultExperienceLocalizations: {
    parent: 'appClipDefaultExperience',
    unique: 'locale',
    check(_world, {attributes: {locale, subtitle}}) {
      if (!locales.has(String(locale))) {
        throw invalidAttribute('locale', `'${String(locale)}' is not a valid locale`)
      }
      requireLength('subtitle', subtitle, 56)
    },
    checkRemoval: requireSecondLocale,
  },
  appClipAdvancedExperiences: {
    parent: 'appClip',
    unique: 'link',
    defaults: () => ({version: 1, status: 'RECEIVED', placeStatus: null}),
    check: checkAdvancedExperience,
    made: replaceAdvancedLocalizations,
    changed: replaceAdvancedLocalizations,
  },
  backgroundAssets: {
    parent: 'app',
    unique: 'assetPackIdentifier',
    defaults: (world) => ({archived: false, createdDate: today(world), usedBytes: null}),
    check({store}, {related}) {
      const packs = entitiesOf(store, 'backgroundAssets', 'app', related['app'] ?? '')
      if (packs.length >= MOST_PACKS) throw stateError(`Too many background assets (${MOST_PACKS})`)
    },
  },
  backgroundAssetVersions: {
    parent: 'backgroundAsset',
    unique: 'version',
    defaults(world, {related}) {
      const pack = related['backgroundAsset'] ?? ''
      const before = entitiesOf(world.store, 'backgroundAssetVersions', 'backgroundAsset', pack)
      const numbers = before.map(({attributes}) => Number(attributes['version']))
      const version = String(Math.max(0, ...numbers) + 1)
      return {createdDate: today(world), platforms: null, locale: null, version}
    },
    check({store}, {related}) {
      const pack = entityOf(store, 'backgroundAssets', related['backgroundAsset'] ?? '')
      if (pack.attributes['archived'] === true) throw stateError('The background asset is archived')
    },
    made(world, {id}) {
      addEntity(world, {
        type: 'backgroundAssetVersionInternalBetaReleases',
        id: randomUUID(),
        attributes: {},
        related: {backgroundAssetVersion: id},
      })
      addEntity(world, {
        type: 'backgroundAssetVersionAppStoreReleases',
        id: randomUUID(),
        attributes: {state: 'PREPARE_FOR_SUBMISSION'},
        related: {backgroundAssetVersion: id},
      })
    },
  },
  appInfos: {
    parent: null,
    unique: null,
    check: checkCategories,
    changed: dropSubcategories,
  },
  appInfoLocalizations: {
    parent: 'appInfo',
    unique: 'locale',
    check: checkInfoLocalization,
    checkRemoval: requireSecondInfoLocale,
  },
  ageRatingDeclarations: {parent: null, unique: null},
  appPriceSchedules: {parent: null, unique: null, create: createSchedule},
  builds: {parent: null, unique: null, isLocked: false, check: checkBuildChange},
  appStoreVersionPhasedReleases: {
    parent: 'appStoreVersion',
    unique: null,
    isLocked: false,
    defaults: () => NOT_BEGUN,
    check: checkPhase,
    checkRemoval: requireNotBegun,
  },
  reviewSubmissions: {
    parent: null,
    unique: null,
    defaults: () => ({state: 'READY_FOR_REVIEW', submittedDate: null}),
    check: requireNoOpenSubmission,
    change: changeSubmission,
  },
  reviewSubmissionItems: {
    parent: null,
    unique: null,
    isLocked: false,
    defaults: () => ({state: 'READY_FOR_REVIEW'}),
    check: checkItem,
    made: awaitReadiness,
    change: changeItem,
    checkRemoval: takeOut,
  },
}

function today({settings}: World): string {
  return new Date(settings.now()).toISOString()
}
