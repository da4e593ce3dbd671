/** Removes secrets from a text. */
export type Redact = (text: string) => string

/**
 * The last line of defence: no message is made of a secret, and should one ever be, it ends here. Masks of the runner
 * would have to print the secret first.
 *
 * @param privateKey - As the input has it, or null.
 */
export function createRedact(privateKey: string | null): Redact {
  const lines = (privateKey ?? '')
    .split(/\s|\\n|\\r/)
    .map((line) => line.trim())
    .filter((line) => line.length >= 16 && !line.startsWith('-----'))
  return (text) =>
    lines
      .reduce((rest, line) => rest.replaceAll(line, '***'), text)
      .replaceAll(TOKEN, '***')
      .replaceAll(SIGNED_ADDRESS, '***')
}

const TOKEN = /\beyJ[\w-]{8,}\.[\w-]+\.[\w-]+/g
const SIGNED_ADDRESS = /https?:\/\/\S*[?&](?:X-Amz-)?(?:Signature|uploadId|AWSAccessKeyId)=\S*/gi
