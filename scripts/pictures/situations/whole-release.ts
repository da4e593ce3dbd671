import {freshApp} from '../../../simulator/seeded-apps.ts'
import type {Contents} from '../listing-files.ts'
import {image} from '../../../__tests__/helpers/media.ts'
import {openStage} from '../stage.ts'
import type {StageOptions} from '../stage.ts'

const CONFIG = `version:
  copyright: 2026 Example GmbH
  release: after-approval
app:
  content-rights: does-not-use-third-party-content
  categories: {primary: NAVIGATION, secondary: TRAVEL}
  price: {base-territory: USA, customer-price: "0.00"}
build: latest
encryption: {uses-non-exempt-encryption: false}
review:
  contact: {first-name: Ada, last-name: Lovelace, phone: "+44 20 7946 0958", email: review@example.com}
  demo-account: {required: true, name: demo, password: env:GITHUB_WORKFLOW}
  notes: Every walk works without a network.
`

const AGE_RATING = `age-rating:
  alcoholTobaccoOrDrugUseOrReferences: NONE
  contests: NONE
  gamblingSimulated: NONE
  gunsOrOtherWeapons: NONE
  horrorOrFearThemes: NONE
  matureOrSuggestiveThemes: NONE
  medicalOrTreatmentInformation: NONE
  profanityOrCrudeHumor: NONE
  sexualContentGraphicAndNudity: NONE
  sexualContentOrNudity: NONE
  violenceCartoonOrFantasy: NONE
  violenceRealistic: NONE
  violenceRealisticProlongedGraphicOrSadistic: NONE
  advertising: false
  ageAssurance: false
  gambling: false
  healthOrWellnessTopics: false
  lootBox: false
  messagingAndChat: false
  parentalControls: false
  socialMedia: false
  socialMediaAgeRestricted: false
  unrestrictedWebAccess: false
  userGeneratedContent: false
`

const RELEASE = {
  manage: 'screenshots, metadata',
  submit: 'true',
  version: '2.1.0',
}

/** A new app, whose plan shows what is still missing; then everything in one step, up to the review. */
export async function wholeRelease(options: StageOptions): Promise<void> {
  const folder: Contents = {
    'app-store.yml': CONFIG,
    'metadata/en-US/name.txt': 'Trails',
    'metadata/en-US/subtitle.txt': 'Maps for walks',
    'metadata/en-US/description.txt': 'Trails shows you every path around you.',
    'metadata/en-US/keywords.txt': 'hiking,trails,map',
    'metadata/en-US/support_url.txt': 'https://trails.example/help',
    'screenshots/en-US/APP_IPHONE_67/1.png': await image(1290, 2796, {colour: '#2a6f4e'}),
  }
  const {scenario, plan, sync} = await openStage(options, {
    store: {},
    folder,
    simulator: {
      apps: [
        freshApp({
          bundleId: 'com.example.trails',
          name: 'Trails',
          versions: [{versionString: '2.1.0'}],
          builds: ['41', '42'].map((number) => ({number, version: '2.1.0'})),
        }),
      ],
    },
  })
  await plan(RELEASE, 'plan')
  await scenario.write({
    'app-store.yml': `${CONFIG}${AGE_RATING}`,
    'metadata/en-US/privacy_url.txt': 'https://trails.example/privacy',
  })
  await sync(RELEASE)
  await sync(RELEASE)
}
