import {generateKeyPairSync} from 'node:crypto'
import {describe, expect, test} from '@jest/globals'
import {cpuMilliseconds} from '../../helpers/cpu-time.ts'
import {createRedact} from '../../../src/face/secrets/redact.ts'
import {asText} from '../../../src/report/escape.ts'
import {ORDINARY_NAMES} from '../../end-to-end/secrets/ordinary-names.ts'

const pem = generateKeyPairSync('ec', {namedCurve: 'P-256'})
  .privateKey.export({type: 'pkcs8', format: 'pem'})
  .toString()
const body = pem.replaceAll(/-----[^-]+-----|\s/gu, '')

/** Each way in which a secret holds the key, and in which a message could quote it. */
const FORMS: Readonly<Record<string, string>> = {
  'as it is': pem,
  'on one line': pem.replaceAll('\n', ' '),
  'without line ends': pem.replaceAll('\n', ''),
  'with \\n written out': pem.replaceAll('\n', String.raw`\n`),
  'with CRLF': pem.replaceAll('\n', '\r\n'),
  'without its armour': body,
}
const INPUTS: Readonly<Record<string, string>> = {
  ...FORMS,
  'in base64': Buffer.from(pem).toString('base64'),
}

const token = `eyJhbGciOiJFUzI1NiIsImtpZCI6IjEifQ.eyJpc3MiOiJ4In0.${'aB3_-'.repeat(17)}`
const address =
  'https://store-030001.blobstore.example/assets/a%2Fb?uploadId=1-2&Signature=c2Vj%3D&Expires=1'

const WRITTEN: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  'escaped for a summary': (text) => `<code>${asText(text)}</code><br>`,
  'in JSON': (text) => JSON.stringify({text, 'and more': [text]}),
}

describe('Redaction removes', () => {
  const pairs = Object.entries(INPUTS).flatMap(([input, privateKey]) =>
    Object.entries(FORMS).flatMap(([form, quoted]) =>
      Object.entries(WRITTEN).map(
        ([way, write]) => [input, form, way, privateKey, write(quoted)] as const,
      ),
    ),
  )
  test.each(pairs)('a key that is given %s from a text that has it %s, %s', (...row) => {
    const [, , , privateKey, text] = row
    const left = createRedact({privateKey, githubToken: ''})(text)
    const pieces = body.match(/.{8}/gu) ?? []
    expect(pieces).toHaveLength(23)
    expect(pieces.filter((piece) => left.includes(piece) || left.includes(asText(piece)))).toEqual(
      [],
    )
    expect(left).toContain('***')
  })

  test.each(Object.entries(WRITTEN))(
    'tokens and signed addresses from a text that is %s',
    (_, write) => {
      const redact = createRedact({privateKey: '', githubToken: ''})
      for (const secret of [token, address, `Bearer ${token}`, `at:${token},`, `(${address})`]) {
        const left = redact(write(`before ${secret} after`))
        expect(left).toMatch(/before .*\*\*\*.* after/)
        expect(left).not.toMatch(/eyJ|aB3|blobstore|c2Vj/)
      }
    },
  )

  const jwt = `eyJ0eXAiOiJKV1QifQ.eyJhdWQiOiJhYyJ9.${'sIg-_'.repeat(60)}`
  const gitHubTokens = [
    ...['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'].map((prefix) => `${prefix}${alphanumeric(36)}`),
    `ghs_${alphanumeric(100)}`,
    `ghs_123456_${jwt}`,
    `github_pat_${alphanumeric(22)}_${alphanumeric(59)}`,
  ]
  const everyWay = Object.entries(WRITTEN).flatMap(([way, write]) =>
    gitHubTokens.map((secret) => [way, secret.slice(0, 14), secret, write] as const),
  )
  test.each(everyWay)("GitHub's tokens from a text that is %s: %s…", (_, __, secret, write) => {
    const left = createRedact({privateKey: '', githubToken: ''})(write(`at=${secret}, then`))
    expect(left).toBe(write('at=***, then').replaceAll('&#42;', '*'))
  })

  test.each(Object.entries(WRITTEN))(
    'the token that the step has, whatever it looks like, from a text that is %s',
    (_, write) => {
      const githubToken = 'token_of-another/server'
      const redact = createRedact({privateKey: '', githubToken})
      expect(redact(write(`at ${githubToken}!`))).not.toMatch(/another/)
    },
  )

  test('no ordinary name of a file, however it is written', () => {
    const redact = createRedact({privateKey: pem, githubToken: gitHubTokens[3] ?? ''})
    for (const name of ORDINARY_NAMES) {
      for (const write of Object.values(WRITTEN)) {
        const text = write(`screenshots/en-US/APP_IPHONE_67/${name}`)
        expect(redact(text)).toBe(text)
      }
    }
  })

  test('nothing else: JSON stays JSON, and markup stays markup', () => {
    const redact = createRedact({privateKey: pem, githubToken: ''})
    const json = redact(JSON.stringify({a: address, b: [token, `"${address}"`], c: 'en-US/1.png'}))
    expect(JSON.parse(json)).toMatchObject({a: '***', c: 'en-US/1.png'})
    expect(redact(`<code>${asText(address)}</code><br>`)).toBe('<code>***</code><br>')
    expect(redact(`https://developer.apple.com/?x=1 ${asText('screenshots/a_b.png')}`)).toBe(
      `https://developer.apple.com/?x=1 ${asText('screenshots/a_b.png')}`,
    )
  })

  test.each([
    'eyJaaaaaaaa-',
    'https://',
    'http://?',
    'eyJ',
    '&#95;',
    'eyJaaaaaaaa.',
    ' ghs_a',
    'ghs_',
  ])('in time from megabytes of %j', async (piece) => {
    const redact = createRedact({privateKey: pem, githubToken: ''})
    expect(await cpuMilliseconds(() => redact(piece.repeat(300_000)))).toBeLessThan(10_000)
  })
})

function alphanumeric(length: number): string {
  return 'aB3xY9'.repeat(20).slice(0, length)
}

function redactOthers(text: string, ...secrets: readonly string[]): string {
  return createRedact({privateKey: '', githubToken: ''}, () => secrets)(text)
}

describe('A value that becomes known to be secret', () => {
  test('is removed wherever it stands, in JSON and escaped for a summary too', () => {
    const secret = 'p&ss "wörd" <7>'
    const text = [secret, JSON.stringify({a: secret}), asText(secret), `x${secret}x`].join('\n')
    expect(redactOthers(text, secret)).toBe('***\n{"a":"***"}\n***\nx***x')
  })

  test('only counts as a whole word if it is short', () => {
    expect(redactOthers('The demo is a demonstration (demo).', 'demo')).toBe(
      'The *** is a demonstration (***).',
    )
    expect(redactOthers('a.b a?b', 'a.b')).toBe('*** a?b')
  })
})
