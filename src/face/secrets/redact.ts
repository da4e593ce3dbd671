import {asText} from '../../report/escape.ts'

/** Removes secrets from a text: plain, JSON, or escaped for a summary. */
export type Redact = (text: string) => string

export interface SecretInputs {
  readonly privateKey: string
  readonly githubToken: string
}

/** Anything shorter is not a token, and may be a part of any word. */
const WHOLE_TOKEN = /^\S{16,}$/

/**
 * The last line of defence: no message should contain a secret, but if one does, it is removed here. To mask a secret
 * in the runner, we would have to print it first.
 *
 * @param inputs - As the runner gives them.
 * @param others - Returns what else is secret, longest first. It may grow.
 */
export function createRedact(
  {privateKey, githubToken}: SecretInputs,
  others: () => readonly string[] = () => [],
): Redact {
  const known = WHOLE_TOKEN.test(githubToken) ? [githubToken] : []
  const pieces = [...piecesOf(privateKey), ...known].flatMap((piece) => [piece, asText(piece)])
  return (text) =>
    [...pieces, ...others().flatMap(formsOf)]
      .reduce<string>((rest, piece) => rest.replaceAll(piece, '***'), text)
      .replaceAll(TOKEN, '***')
      .replaceAll(GITHUB_TOKEN, '***')
      .replaceAll(ADDRESS, (address) => (SIGNATURE.test(address) ? '***' : address))
}

/** In characters. A shorter secret only counts as a whole word: it may be a part of any other. */
const LONG = 8

/** A value plain, in JSON, and escaped for a summary. */
function formsOf(value: string): readonly (string | RegExp)[] {
  const forms = new Set([value, JSON.stringify(value).slice(1, -1), asText(value)])
  return [...forms].map((form) =>
    value.length >= LONG
      ? form
      : new RegExp(`(?<![\\p{L}\\p{N}])${escaped(form)}(?![\\p{L}\\p{N}])`, 'gu'),
  )
}

/** A text as a part of a pattern. */
function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
}

/** The lines of the key's base64, whatever the form of the input, to find the key on one line or many. */
function piecesOf(privateKey: string): readonly string[] {
  const decoded = Buffer.from(privateKey, 'base64').toString('latin1')
  return [privateKey, decoded]
    .flatMap((form) => form.split(/\s|\\n|\\r|-----/))
    .flatMap((line) => line.match(/.{1,64}/g) ?? [])
    .filter((piece) => /^[\w+/=]{12,}$/.test(piece))
}

// Each pattern runs in linear time, however long and hostile the text. The entities are the escapes of a summary. The
// patterns are narrow, because file names are full of words such as `light_mode`.
const LOW = '(?:_|&#95;)'
const TOKEN_PART = '(?:[\\w-]|&#(?:95|87|119);)'
/** Header and payload are JSON objects. */
const JWT = `eyJ${TOKEN_PART}{8,}\\.eyJ${TOKEN_PART}+\\.${TOKEN_PART}{16,}`
const TOKEN = new RegExp(`(?<!${TOKEN_PART})${JWT}`, 'g')
/**
 * The newer tokens of apps, and of each job, are `ghs_<app>_<JWT>`.
 *
 * @see https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
 * @see https://github.blog/changelog/2026-04-24-notice-about-upcoming-new-format-for-github-app-installation-tokens/
 */
const GITHUB_TOKENS = [
  `h[oprsu]${LOW}[0-9A-Za-z]{36,255}`,
  `hs${LOW}(?:[0-9A-Za-z]+${LOW})?${JWT}`,
  `ithub${LOW}pat${LOW}[0-9A-Za-z]{22}${LOW}[0-9A-Za-z]{59}`,
]
const GITHUB_TOKEN = new RegExp(
  `(?<![0-9A-Za-z_]|&#95;)g(?:${GITHUB_TOKENS.join('|')})(?![0-9A-Za-z])`,
  'g',
)
const ADDRESS = /https?(?::|&#58;)\/\/[^\s<"\\]+/gi
const SIGNATURE = /(?:[?&]|&#63;|&#38;)(?:X-Amz-)?(?:Signature|uploadId|AWSAccessKeyId)(?:=|&#61;)/i
