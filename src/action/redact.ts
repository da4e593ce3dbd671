import {asText} from '../report/escape.ts'

/** Removes secrets from a text, be it plain, JSON, or escaped for a summary. */
export type Redact = (text: string) => string

/**
 * The last line of defence: no message is made of a secret, and should one ever be, it ends here. Masks of the runner
 * would have to print the secret first.
 *
 * @param privateKey - As the input has it.
 */
export function createRedact(privateKey: string): Redact {
  const pieces = piecesOf(privateKey).flatMap((piece) => [piece, asText(piece)])
  return (text) =>
    pieces
      .reduce((rest, piece) => rest.replaceAll(piece, '***'), text)
      .replaceAll(TOKEN, '***')
      .replaceAll(GITHUB_TOKEN, '***')
      .replaceAll(ADDRESS, (address) => (SIGNATURE.test(address) ? '***' : address))
}

/** The base64 of the key as any text may have it, on one line or many, whatever the form of the input. */
function piecesOf(privateKey: string): readonly string[] {
  const decoded = Buffer.from(privateKey, 'base64').toString('latin1')
  return [privateKey, decoded]
    .flatMap((form) => form.split(/\s|\\n|\\r|-----/))
    .flatMap((line) => line.match(/.{1,64}/g) ?? [])
    .filter((piece) => /^[\w+/=]{12,}$/.test(piece))
}

// Each is read in one pass, however long and hostile the text. Entities stand for what a summary escapes.
const TOKEN_PART = '(?:[\\w-]|&#(?:95|87|119);)'
const TOKEN = new RegExp(
  `(?<!${TOKEN_PART})eyJ${TOKEN_PART}{8,}\\.${TOKEN_PART}+\\.${TOKEN_PART}+`,
  'g',
)
const GITHUB_TOKEN = /(?:gh[a-z]|github(?:_|&#95;)pat)(?:_|&#95;)(?:[\w.-]|&#95;){16,}/g
const ADDRESS = /https?(?::|&#58;)\/\/[^\s<"\\]+/gi
const SIGNATURE = /(?:[?&]|&#63;|&#38;)(?:X-Amz-)?(?:Signature|uploadId|AWSAccessKeyId)(?:=|&#61;)/i
