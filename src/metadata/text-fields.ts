/** A text of a listing in one locale. */
interface TextFieldRow {
  /** Apple's name (API 4.4.1, `AppStoreVersionLocalization` and `AppInfoLocalization`). */
  readonly attribute: string
  /** Whether it belongs to a version, or to the app info, which all versions share. */
  readonly owner: 'version' | 'app info'
  /** The name of its file in a locale folder, as fastlane has it; null if fastlane has none. */
  readonly file: string | null
  /** Its key in `app-store.yml`. */
  readonly key: string
  /** Its name in messages. */
  readonly words: string
  readonly kind: 'text' | 'web address'
  /** In characters, or null if Apple states no limit. */
  readonly limit: number | null
  /** Whether a new version starts with what the one before it has. */
  readonly isInherited: boolean
  /**
   * What App Store Connect refuses in it, as far as is known. `control characters` include line breaks. Reports:
   * fastlane/fastlane#20285, fastlane-old/deliver#463 and nickustinov/itsyconnect-macos#30 for control characters,
   * super-productivity/super-productivity#9608 and gruprsvp/grup#228 for emoji, of which Apple documents no list.
   */
  readonly refuses: 'control characters' | 'some emoji' | null
}

/**
 * The texts of a listing, in the order of App Store Connect's pages. The limits are those of Apple's help, "App
 * information" and "Platform version information". It says "100 bytes" of keywords; the service counts characters there
 * too, and refuses more with "cannot be longer than 100 characters".
 */
export const FIELDS = [
  {
    attribute: 'name',
    owner: 'app info',
    file: 'name.txt',
    key: 'name',
    words: 'name',
    kind: 'text',
    limit: 30,
    isInherited: true,
    refuses: 'control characters',
  },
  {
    attribute: 'subtitle',
    owner: 'app info',
    file: 'subtitle.txt',
    key: 'subtitle',
    words: 'subtitle',
    kind: 'text',
    limit: 30,
    isInherited: true,
    refuses: 'control characters',
  },
  {
    attribute: 'privacyPolicyUrl',
    owner: 'app info',
    file: 'privacy_url.txt',
    key: 'privacy-policy-url',
    words: 'privacy policy URL',
    kind: 'web address',
    limit: null,
    isInherited: true,
    refuses: null,
  },
  {
    attribute: 'privacyChoicesUrl',
    owner: 'app info',
    file: null,
    key: 'privacy-choices-url',
    words: 'privacy choices URL',
    kind: 'web address',
    limit: null,
    isInherited: true,
    refuses: null,
  },
  {
    attribute: 'privacyPolicyText',
    owner: 'app info',
    file: 'apple_tv_privacy_policy.txt',
    key: 'privacy-policy-text',
    words: 'privacy policy (Apple TV)',
    kind: 'text',
    limit: null,
    isInherited: true,
    refuses: 'control characters',
  },
  {
    attribute: 'promotionalText',
    owner: 'version',
    file: 'promotional_text.txt',
    key: 'promotional-text',
    words: 'promotional text',
    kind: 'text',
    limit: 170,
    isInherited: true,
    refuses: null,
  },
  {
    attribute: 'description',
    owner: 'version',
    file: 'description.txt',
    key: 'description',
    words: 'description',
    kind: 'text',
    limit: 4000,
    isInherited: true,
    refuses: 'some emoji',
  },
  {
    attribute: 'whatsNew',
    owner: 'version',
    file: 'release_notes.txt',
    key: 'whats-new',
    words: "what's new",
    kind: 'text',
    limit: 4000,
    isInherited: false,
    refuses: 'some emoji',
  },
  {
    attribute: 'keywords',
    owner: 'version',
    file: 'keywords.txt',
    key: 'keywords',
    words: 'keywords',
    kind: 'text',
    limit: 100,
    isInherited: true,
    refuses: null,
  },
  {
    attribute: 'supportUrl',
    owner: 'version',
    file: 'support_url.txt',
    key: 'support-url',
    words: 'support URL',
    kind: 'web address',
    limit: null,
    isInherited: true,
    refuses: null,
  },
  {
    attribute: 'marketingUrl',
    owner: 'version',
    file: 'marketing_url.txt',
    key: 'marketing-url',
    words: 'marketing URL',
    kind: 'web address',
    limit: null,
    isInherited: true,
    refuses: null,
  },
] as const satisfies readonly TextFieldRow[]

export type TextFieldName = (typeof FIELDS)[number]['attribute']
export type TextField = (typeof FIELDS)[number]

/** Apple's names of the texts. */
export const TEXT_ATTRIBUTES = FIELDS.map(({attribute}) => attribute)
