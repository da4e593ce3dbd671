import {readFile} from 'node:fs/promises'
import path from 'node:path'
import {expect, test} from '@jest/globals'
import {parse} from 'yaml'
import {DOCUMENTS, withTables} from '../scripts/readme-tables.ts'
import {documentNamed, examples, ROOT} from './documents/documents.ts'

const readme = documentNamed('README.md')

test('the README has at most 220 lines', () => {
  expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(220)
})

test('the README begins with the description of the action', async () => {
  const action: {readonly description: string} = parse(
    await readFile(path.join(ROOT, 'action.yml'), 'utf8'),
  )
  expect(readme.split('\n')[2]).toBe(action.description)
})

test('the README has the two commands of a newcomer to the repository, and they exist', async () => {
  const {groups} = /^```sh\n(?<commands>npm .*?)```$/msu.exec(readme) ?? {}
  expect(groups?.['commands']).toBe('npm ci && npm run demo\nnpm ci && npm test\n')
  expect(JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8'))).toMatchObject({
    scripts: {demo: expect.any(String), test: expect.any(String)},
  })
})

test('the first workflow of the README can be started by hand and writes nothing', () => {
  expect(parse(examples[0]?.yaml ?? '')).toMatchObject({
    on: 'workflow_dispatch',
    jobs: {listing: {steps: [{}, {with: {mode: 'plan'}}]}},
  })
})

test.each(DOCUMENTS)(
  'the tables of %s are those of action.yml and src; "npm run docs" renews them',
  async (name) => {
    const text = documentNamed(name)
    expect(await withTables(name, text)).toBe(text)
  },
)
