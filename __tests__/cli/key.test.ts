import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterAll, beforeAll, expect, test} from '@jest/globals'

import {findKey} from '../../src/cli/key.ts'
import type {Environment} from '../../src/cli/key.ts'

const NOTHING = {keyId: '', issuerId: '', file: ''}

let folder: string
const at = (name: string) => path.join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'key-'))
  await writeFile(at('AuthKey_AAAA111111.p8'), 'key A')
  await writeFile(at('own.p8'), 'key own')
  await writeFile(at('whole.json'), JSON.stringify({key_id: 'J', issuer_id: 'JI', key: 'key J'}))
  await writeFile(at('with-path.json'), JSON.stringify({key_id: 'J', key_filepath: 'own.p8'}))
  await writeFile(at('broken.json'), '{')
})
afterAll(() => rm(folder, {recursive: true}))

test.each<[string, Partial<typeof NOTHING>, Environment, object]>([
  [
    'in the environment',
    {},
    {
      APP_STORE_CONNECT_API_KEY_KEY_ID: 'E',
      APP_STORE_CONNECT_API_KEY_ISSUER_ID: 'EI',
      APP_STORE_CONNECT_API_KEY_KEY: 'key E',
    },
    {keyId: 'E', issuerId: 'EI', privateKey: 'key E'},
  ],
  [
    'of a file in the environment, whose name has the ID',
    {},
    {APP_STORE_CONNECT_API_KEY_KEY_FILEPATH: 'AuthKey_AAAA111111.p8'},
    {keyId: 'AAAA111111', issuerId: '', privateKey: 'key A'},
  ],
  [
    'of a file that is named, before the environment',
    {file: 'AuthKey_AAAA111111.p8'},
    {
      APP_STORE_CONNECT_API_KEY_KEY_ID: 'E',
      APP_STORE_CONNECT_API_KEY_ISSUER_ID: 'EI',
      APP_STORE_CONNECT_API_KEY_KEY: 'key E',
    },
    {keyId: 'AAAA111111', issuerId: 'EI', privateKey: 'key A'},
  ],
  [
    'of a file with another name, with the ID that is named',
    {file: 'own.p8', keyId: 'N', issuerId: 'NI'},
    {APP_STORE_CONNECT_API_KEY_KEY_ID: 'E', APP_STORE_CONNECT_API_KEY_ISSUER_ID: 'EI'},
    {keyId: 'N', issuerId: 'NI', privateKey: 'key own'},
  ],
  [
    'of the JSON file of fastlane',
    {},
    {APP_STORE_CONNECT_API_KEY_PATH: 'whole.json'},
    {keyId: 'J', issuerId: 'JI', privateKey: 'key J'},
  ],
  [
    'of a file that the JSON file of fastlane names',
    {},
    {APP_STORE_CONNECT_API_KEY_PATH: 'with-path.json'},
    {keyId: 'J', issuerId: '', privateKey: 'key own'},
  ],
  ['that is nowhere', {}, {}, {keyId: '', issuerId: '', privateKey: ''}],
])('The key %s', async (_, named, environment, expected) => {
  const {file = '', ...others} = named
  const absolute = Object.entries(environment).map(([name, value = '']) => [
    name,
    /\.(?:p8|json)$/.test(value) ? at(value) : value,
  ])
  const key = await findKey(
    {...NOTHING, ...others, file: file === '' ? '' : at(file)},
    Object.fromEntries(absolute),
  )
  expect(key).toEqual(expected)
})

test('A JSON file that is none is refused by name', async () => {
  const environment = {APP_STORE_CONNECT_API_KEY_PATH: at('broken.json')}
  await expect(findKey(NOTHING, environment)).rejects.toThrow(
    `${at('broken.json')} is not a JSON file with an API key.`,
  )
})
