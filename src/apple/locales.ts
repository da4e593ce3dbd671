/**
 * The 50 locales of an App Store listing, with the names that App Store Connect shows. In the API a locale is a free
 * string; this list is what the service accepts (App Store Connect Help, "App Store localizations").
 */
const LANGUAGES: Readonly<Record<string, string>> = {
  'ar-SA': 'Arabic',
  'bn-BD': 'Bangla',
  ca: 'Catalan',
  cs: 'Czech',
  da: 'Danish',
  'de-DE': 'German',
  el: 'Greek',
  'en-AU': 'English (Australia)',
  'en-CA': 'English (Canada)',
  'en-GB': 'English (U.K.)',
  'en-US': 'English (U.S.)',
  'es-ES': 'Spanish (Spain)',
  'es-MX': 'Spanish (Mexico)',
  fi: 'Finnish',
  'fr-CA': 'French (Canada)',
  'fr-FR': 'French',
  'gu-IN': 'Gujarati',
  he: 'Hebrew',
  hi: 'Hindi',
  hr: 'Croatian',
  hu: 'Hungarian',
  id: 'Indonesian',
  it: 'Italian',
  ja: 'Japanese',
  'kn-IN': 'Kannada',
  ko: 'Korean',
  'ml-IN': 'Malayalam',
  'mr-IN': 'Marathi',
  ms: 'Malay',
  'nl-NL': 'Dutch',
  no: 'Norwegian',
  'or-IN': 'Odia',
  'pa-IN': 'Punjabi',
  pl: 'Polish',
  'pt-BR': 'Portuguese (Brazil)',
  'pt-PT': 'Portuguese (Portugal)',
  ro: 'Romanian',
  ru: 'Russian',
  sk: 'Slovak',
  'sl-SI': 'Slovenian',
  sv: 'Swedish',
  'ta-IN': 'Tamil',
  'te-IN': 'Telugu',
  th: 'Thai',
  tr: 'Turkish',
  uk: 'Ukrainian',
  'ur-PK': 'Urdu',
  vi: 'Vietnamese',
  'zh-Hans': 'Chinese (Simplified)',
  'zh-Hant': 'Chinese (Traditional)',
}

export const LOCALES: readonly string[] = Object.keys(LANGUAGES)

/** The name of a locale in App Store Connect: `gu-IN` → `Gujarati`. Returns other text unchanged. */
export function languageOf(locale: string): string {
  return LANGUAGES[locale] ?? locale
}

/** Orders by the names of languages, as App Store Connect lists them. */
export function byLanguage(
  {locale: one}: {readonly locale: string},
  {locale: other}: {readonly locale: string},
): number {
  const [first, second] = [languageOf(one), languageOf(other)]
  return first < second ? -1 : first > second ? 1 : 0
}
