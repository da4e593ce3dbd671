import type {Scenario} from '../../helpers/scenario.ts'

/** What a step says to manage the advanced App Clip experiences alone. */
export const EXPERIENCES = {manage: 'app-clip-experiences'} as const

/** Links of experiences. */
export const SHOP = 'https://example.com/shop'
export const CAFE = 'https://example.com/cafe'

/** Where the file of an experience lies. */
export function fileOf(name: string): string {
  return `app-clip-experiences/${name}/experience.yml`
}

/** Where the image of an experience lies. */
export function headerOf(name: string): string {
  return `app-clip-experiences/${name}/header.png`
}

/** An `experience.yml` in English. */
export function experience(link: string, more = '', title = 'Shop'): string {
  return `link: ${link}
isPoweredBy: false
defaultLanguage: EN
localizations:
  - language: EN
    title: ${title}
${more}`
}

interface ShownExperience {
  readonly attributes: Readonly<Record<string, unknown>>
  /** Language, title and subtitle of each. */
  readonly texts: readonly string[]
  /** The name of its image with its state. */
  readonly image: string
}

/** The experiences that were not removed, by their links. */
export function experiencesOf({simulator}: Scenario): Readonly<Record<string, ShownExperience>> {
  const texts = simulator.records('appClipAdvancedExperienceLocalizations')
  const images = simulator.records('appClipAdvancedExperienceImages')
  const shown = simulator
    .records('appClipAdvancedExperiences')
    .filter(({attributes}) => attributes['status'] !== 'DEACTIVATED')
    .map(({id, attributes: {link, ...attributes}, related}) => {
      const file = images.find((each) => each.id === related['headerImage'])?.file
      const own = texts.filter((each) => each.related['appClipAdvancedExperience'] === id)
      return [
        String(link),
        {
          attributes,
          texts: own.map(({attributes: {language, title, subtitle}}) =>
            [language, title, subtitle].filter((each) => typeof each === 'string').join(' '),
          ),
          image: file ? `${file.fileName} ${file.state}` : 'none',
        },
      ] as const
    })
  const links = new Set(shown.map(([link]) => link))
  if (links.size < shown.length) throw new Error('A link has two experiences.')
  return Object.fromEntries(shown)
}

export interface ExperienceSeed {
  readonly clip: string
  readonly link: string
  readonly title: string
  readonly image: Uint8Array
  /** Beside those of {@link experience}. */
  readonly attributes?: Readonly<Record<string, unknown>>
}

/** Adds an experience in English, as a person does. */
export function addExperience(
  {simulator}: Scenario,
  {clip, link, title, image, attributes = {}}: ExperienceSeed,
): void {
  const headerImage = simulator.addRecord({
    type: 'appClipAdvancedExperienceImages',
    file: {fileName: 'header.png', bytes: image},
  })
  const id = simulator.addRecord({
    type: 'appClipAdvancedExperiences',
    attributes: {
      link,
      status: 'RECEIVED',
      isPoweredBy: false,
      defaultLanguage: 'EN',
      ...attributes,
    },
    related: {appClip: clip, headerImage},
  })
  simulator.addRecord({
    type: 'appClipAdvancedExperienceLocalizations',
    attributes: {language: 'EN', title},
    related: {appClipAdvancedExperience: id},
  })
}
