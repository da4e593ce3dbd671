import {releaseResources} from './http/release-resources.ts'
import type {AppInfoSeed, AppSeed, BuildSeed, VersionSeed} from './store/seeds.ts'

/** A new app: version 1.0.0 in the works, one app info, and nothing filled in but the name. */
export function freshApp(overrides: Partial<AppSeed> = {}): AppSeed {
  return {bundleId: 'com.example.app', name: 'Example', ...overrides}
}

/** An app that is in the store with version 1.0.0, and has version 1.1.0 in the works: two versions and two app infos. */
export function liveApp(overrides: Partial<AppSeed> = {}): AppSeed {
  return freshApp({
    versions: [{versionString: '1.0.0', state: 'READY_FOR_DISTRIBUTION'}, {versionString: '1.1.0'}],
    ...overrides,
  })
}

/** A new app whose version 1.0.0 lacks nothing that a review needs. */
export function readyApp(overrides: Partial<AppSeed> = {}): AppSeed {
  return freshApp({
    contentRightsDeclaration: 'DOES_NOT_USE_THIRD_PARTY_CONTENT',
    price: {territory: 'USA', customerPrice: '0.0'},
    versions: [readyVersion()],
    appInfos: [readyAppInfo()],
    builds: [readyBuild()],
    ...overrides,
  })
}

/** Version 1.0.0 with texts, a screenshot, copyright and contact. */
export function readyVersion(overrides: Partial<VersionSeed> = {}): VersionSeed {
  return {
    versionString: '1.0.0',
    copyright: '2026 Example',
    reviewDetail: {
      contactFirstName: 'Ada',
      contactLastName: 'Lovelace',
      contactPhone: '+44 20 7946 0958',
      contactEmail: 'review@example.com',
      demoAccountRequired: false,
    },
    localizations: [
      {
        locale: 'en-US',
        texts: {description: 'Text', keywords: 'a,b', supportUrl: 'https://example.com'},
        sets: [
          {
            type: 'APP_IPHONE_67',
            assets: [{fileName: '1.png', md5: '0123456789abcdef0123456789abcdef', size: 5}],
          },
        ],
      },
    ],
    ...overrides,
  }
}

/** A category, a privacy policy, and every question of the age rating answered with no. */
export function readyAppInfo(overrides: Partial<AppInfoSeed> = {}): AppInfoSeed {
  return {
    categories: {primaryCategory: 'TRAVEL'},
    ageRating: harmless(),
    localizations: [{locale: 'en-US', privacyPolicyUrl: 'https://example.com/privacy'}],
    ...overrides,
  }
}

/** Build 1 of version 1.0.0, which has it. */
export function readyBuild(overrides: Partial<BuildSeed> = {}): BuildSeed {
  return {number: '1', usesNonExemptEncryption: false, isAttached: true, ...overrides}
}

/** Reference.md §1.4: the boolean questions; the others have levels. */
const YES_OR_NO = new Set(
  (
    'advertising ageAssurance gambling healthOrWellnessTopics lootBox messagingAndChat parentalControls ' +
    'socialMedia socialMediaAgeRestricted unrestrictedWebAccess userGeneratedContent'
  ).split(' '),
)

function harmless(): Readonly<Record<string, string | boolean>> {
  return Object.fromEntries(
    releaseResources.ageRatingDeclarations.attributes
      .filter((name) => !/Override|kidsAgeBand|Url/u.test(name))
      .map((name) => [name, YES_OR_NO.has(name) ? false : 'NONE']),
  )
}
