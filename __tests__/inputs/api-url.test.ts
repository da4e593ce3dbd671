import {describe, expect, test} from '@jest/globals'
import {readInputs} from '../../src/inputs/inputs.ts'

function apiUrlOf(value: string): string {
  const read = (name: string) => (name === 'api-url' ? value : '')
  return readInputs({read, workspace: '/workspace'}, ['screenshots', 'previews']).apiUrl
}

describe('The address that gets the token', () => {
  test.each([
    'http://api.appstoreconnect.apple.com',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'http://localhost.',
    'http://127.0.0.1@evil.example',
    'http://localhost:80@evil.example',
    'http://127.0.0.2',
    'http://0.0.0.0',
    'http://[::]',
    'http://[::ffff:127.0.0.1]',
    'http://192.168.0.1',
    'http://loca1host',
    'https://user@api.example',
    'https://user:password@api.example',
    'https://:password@api.example',
    'https://api.example/?x=1',
    'https://api.example/#x',
    'ws://localhost',
    'ftp://localhost',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/plain,x',
    'localhost:8080',
    '//localhost',
    'https://',
    'https://api.example:99999',
    'x',
  ])('is not %s', (value) => {
    expect(() => apiUrlOf(value)).toThrow(/`api-url` must be an https address/)
  })

  test.each([
    ['https://api.appstoreconnect.apple.com', 'https://api.appstoreconnect.apple.com'],
    ['https://proxy.example/apple/', 'https://proxy.example/apple'],
    ['HTTPS://API.example:443//', 'https://api.example'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
    ['http://127.1:8080', 'http://127.0.0.1:8080'],
    ['http://0x7f000001', 'http://127.0.0.1'],
    ['http:\\\\localhost\\@evil.example', 'http://localhost/@evil.example'],
    ['https://api.example?', 'https://api.example'],
    ['https://api.example#', 'https://api.example'],
    ['https://api.exa\nmple', 'https://api.example'],
  ])('is %j, and is read as %s', (value, expected) => {
    expect(apiUrlOf(value)).toBe(expected)
  })
})
