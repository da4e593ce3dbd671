import type {Scenario} from '../../helpers/scenario.ts'
import {image} from '../../helpers/media.ts'

/** What a step says to manage the App Clip card alone. */
export const CLIP = {manage: 'app-clip'} as const

/** The image of a card, each number a picture of its own. */
export function header(number: number): Promise<Buffer> {
  const colour = `#${((number * 7919 + 4660) % 0x1000000).toString(16).padStart(6, '0')}`
  return image(1800, 1200, {colour})
}

/** Adds an App Clip to the app. @returns its id. */
export function addClip({simulator}: Scenario, bundleId = 'com.example.app.Clip'): string {
  return simulator.addRecord({
    type: 'appClips',
    attributes: {bundleId},
    related: {app: simulator.appIds[0] ?? ''},
  })
}

interface ShownCard {
  readonly action: unknown
  readonly locales: Readonly<
    Record<string, {readonly subtitle: unknown; readonly header: string | null}>
  >
}

/** The card of a version, each image as its name with its state; null if it has none. */
export function cardOf({simulator}: Scenario, versionString = '1.0.0'): ShownCard | null {
  const version = simulator.versions().find((each) => each.versionString === versionString)
  const cards = simulator
    .records('appClipDefaultExperiences')
    .filter(({related}) => related['releaseWithAppStoreVersion'] === version?.id)
  const [card, second] = cards
  if (second !== undefined) throw new Error('The version has two cards.')
  if (card === undefined) return null
  const headers = simulator.records('appClipHeaderImages')
  const locales = simulator
    .records('appClipDefaultExperienceLocalizations')
    .filter(({related}) => related['appClipDefaultExperience'] === card.id)
    .map(({id, attributes}) => {
      const file = headers.find(
        ({related}) => related['appClipDefaultExperienceLocalization'] === id,
      )?.file
      const shown = file ? `${file.fileName} ${file.state}` : null
      return [
        String(attributes['locale']),
        {subtitle: attributes['subtitle'], header: shown},
      ] as const
    })
  return {action: card.attributes['action'], locales: Object.fromEntries(locales)}
}

export interface CardSeed {
  readonly clip: string
  readonly versionString: string
  readonly action?: string
  readonly locales: Readonly<
    Record<string, {readonly subtitle?: string; readonly header?: Uint8Array}>
  >
}

/** Gives a version a card, as a person does. @returns the ids of its locales. */
export function addCard(
  {simulator}: Scenario,
  {clip, versionString, action = 'OPEN', locales}: CardSeed,
): Readonly<Record<string, string>> {
  const version = simulator.versions().find((each) => each.versionString === versionString)
  const card = simulator.addRecord({
    type: 'appClipDefaultExperiences',
    attributes: {action},
    related: {appClip: clip, releaseWithAppStoreVersion: version?.id ?? ''},
  })
  const ids = Object.entries(locales).map(([locale, {subtitle = null, header: bytes}]) => {
    const id = simulator.addRecord({
      type: 'appClipDefaultExperienceLocalizations',
      attributes: {locale, subtitle},
      related: {appClipDefaultExperience: card},
    })
    if (bytes !== undefined) {
      simulator.addRecord({
        type: 'appClipHeaderImages',
        related: {appClipDefaultExperienceLocalization: id},
        file: {fileName: 'header.png', bytes},
      })
    }
    return [locale, id] as const
  })
  return Object.fromEntries(ids)
}

/** A released version 0.9.0, and the version 1.0.0 that is being prepared. */
export const TWO_VERSIONS = {
  apps: [
    {
      bundleId: 'com.example.app',
      versions: [
        {
          versionString: '0.9.0',
          state: 'READY_FOR_DISTRIBUTION',
          createdDate: '2025-01-01T00:00:00Z',
        },
        {versionString: '1.0.0'},
      ],
    },
  ],
} as const

/** An answer that lacks what it was asked to bring along. */
export function withoutIncluded(answer: unknown): unknown {
  return typeof answer === 'object' && answer !== null ? {...answer, included: []} : answer
}
