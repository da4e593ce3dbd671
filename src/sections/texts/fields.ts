/** A text of a version in one locale. */
interface FieldRow {
  /** Apple's name (API 4.4.1, `AppStoreVersionLocalization`). */
  readonly attribute: string
  /** The name of its file in a locale folder, as fastlane has it. */
  readonly file: string
  /** Its name in messages. */
  readonly words: string
  readonly kind: 'text' | 'web address'
  /** In characters, or null if Apple states no limit. */
  readonly limit: number | null
  /** Whether Apple copies it into a new version. */
  readonly isInherited: boolean
}

/**
 * The texts of a version's localization, in the order of App Store Connect's page. The limits are those of Apple's help,
 * "Platform version information". It says "100 bytes" of keywords; the service counts characters there too, and refuses
 * more with "cannot be longer than 100 characters".
 */
export const FIELDS = [
  {
    attribute: 'promotionalText',
    file: 'promotional_text.txt',
    words: 'promotional text',
    kind: 'text',
    limit: 170,
    isInherited: true,
  },
  {
    attribute: 'description',
    file: 'description.txt',
    words: 'description',
    kind: 'text',
    limit: 4000,
    isInherited: true,
  },
  {
    attribute: 'whatsNew',
    file: 'release_notes.txt',
    words: "what's new",
    kind: 'text',
    limit: 4000,
    isInherited: false,
  },
  {
    attribute: 'keywords',
    file: 'keywords.txt',
    words: 'keywords',
    kind: 'text',
    limit: 100,
    isInherited: true,
  },
  {
    attribute: 'supportUrl',
    file: 'support_url.txt',
    words: 'support URL',
    kind: 'web address',
    limit: null,
    isInherited: true,
  },
  {
    attribute: 'marketingUrl',
    file: 'marketing_url.txt',
    words: 'marketing URL',
    kind: 'web address',
    limit: null,
    isInherited: true,
  },
] as const satisfies readonly FieldRow[]

export type Field = (typeof FIELDS)[number]

/** Apple's names of the texts. */
export const TEXT_ATTRIBUTES = FIELDS.map(({attribute}) => attribute)

const byFile: ReadonlyMap<string, Field> = new Map(FIELDS.map((field) => [field.file, field]))

/** The text that a file of this name declares, or null for other names. */
export function fieldOfFile(name: string): Field | null {
  return byFile.get(name) ?? null
}
