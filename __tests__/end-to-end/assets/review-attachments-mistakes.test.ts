import {symlink} from 'node:fs/promises'
import path from 'node:path'

import {afterAll, expect, test} from '@jest/globals'

import {red} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'
import type {Scenario} from '../../helpers/scenario.ts'
import {at, ATTACHMENTS} from './review-attachments.ts'

afterAll(closeScenarios)

const OFFLINE = {...ATTACHMENTS, mode: 'validate'}

/** Not more than the pointer that Git leaves without Git LFS. */
const POINTER = `version https://git-lfs.github.com/spec/v1
oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
size 12345
`

/** What `validate` says, by name of the file; fails unless it names each of them once, and sends no request. */
async function told({run}: Scenario, bad: readonly string[]): Promise<(name: string) => string> {
  const {annotations, requests} = red(await run(OFFLINE))
  expect(requests).toEqual([])
  const named = annotations.flatMap(({file}) => file ?? [])
  expect(named.toSorted()).toEqual(bad.map(at).toSorted())
  const messages = new Map(annotations.map(({file, message}) => [file, message]))
  return (name) => messages.get(at(name)) ?? ''
}

test.concurrent('validate names each file that App Review does not take, and what it takes', async () => {
  const wrong = ['notes.txt', 'setup.exe', 'picture.jpeg', 'no extension']
  const files = [...wrong, 'fine.pdf', 'FINE.Zip'].map((name) => [at(name), 'x'] as const)
  const there = await scenario({
    ...Object.fromEntries(files),
    [at('sub/inner.pdf')]: 'x',
    [at('Guide.pages/index.xml')]: 'x',
  })
  const says = await told(there, [...wrong, 'sub', 'Guide.pages'])
  for (const name of wrong) {
    expect(says(name)).toMatch(
      /is not a file type that Apple accepts for App Review attachments.*\.pdf.*\.numbers.*\.avi/,
    )
  }
  expect(says('sub')).toContain('is a folder where only files are expected')
  expect(says('Guide.pages')).toMatch(/is a folder.*export it as PDF, or pack it as \.zip/iu)
})

test.concurrent('validate names each file that cannot be sent as it is', async () => {
  const there = await scenario({
    [at('fine.pdf')]: 'x',
    [at('empty.pdf')]: '',
    [at('pointer.mp4')]: POINTER,
    [at('Guide.PDF')]: 'x',
    [at('guide.pdf')]: 'y',
    [at('gone.pdf')]: {linkTo: 'nothing.pdf'},
    [at('pipe.pdf')]: {pipe: true},
  })
  await symlink('/etc/passwd', path.join(there.workspace, at('secret.pdf')))
  const bad = ['empty.pdf', 'pointer.mp4', 'Guide.PDF', 'gone.pdf', 'pipe.pdf', 'secret.pdf']
  const says = await told(there, bad)
  expect(says('empty.pdf')).toContain('is empty')
  expect(says('pointer.mp4')).toContain('Git LFS pointer')
  expect(says('Guide.PDF')).toContain(`has the same name as ${at('guide.pdf')}`)
  expect(says('gone.pdf')).toContain('is a broken symbolic link')
  expect(says('pipe.pdf')).toContain('is a pipe')
  expect(says('secret.pdf')).toContain('points outside the workspace')
})

test.concurrent('A bad file stops the run before anything is written', async () => {
  const {run, simulator} = await scenario({[at('fine.pdf')]: 'x', [at('bad.txt')]: 'x'})
  const refused = red(await run(ATTACHMENTS))
  expect(refused.writes).toEqual([])
  expect(simulator.records('appStoreReviewDetails')).toEqual([])
})

test.concurrent.each([
  ['is missing', {'README.md': 'x'}, /does not exist/],
  ['is a file', {'review-attachments': 'x'}, /is a file, not a folder/],
  ['is empty', {'review-attachments': {folder: true}}, /has no attachments/],
  ['has only notes', {[at('README.md')]: 'x'}, /has no attachments/],
] as const)('A folder that %s is an error, even with prune', async (_, files, message) => {
  const {run} = await scenario(files)
  const refused = red(await run({...ATTACHMENTS, prune: 'true'}))
  expect(refused.writes).toEqual([])
  expect(refused.annotations).toMatchObject([
    {file: 'review-attachments', message: expect.stringMatching(message)},
    ...refused.annotations.slice(1),
  ])
})

test.concurrent('Attachments that manage does not name are neither checked nor asked for', async () => {
  const {run} = await scenario({
    [at('bad.txt')]: 'x',
    'metadata/en-US/description.txt': 'What it is.',
  })
  const {requests, annotations, code} = await run({manage: 'metadata'})
  expect(code).toBe(0)
  expect(annotations).toEqual([])
  expect(requests.filter((each) => /appStoreReview/u.test(each.path))).toEqual([])
})
