import {expect, test} from '@jest/globals'

import {synchronise} from '../../src/core/sync.ts'
import type {ActualListing} from '../../src/sections/media/listing.ts'
import type {Section} from '../../src/core/section.ts'
import type {Store} from '../../src/sections/media/store.ts'
import {asset, desiredSet, PHONE} from '../report/sample-run.ts'

const set = desiredSet('en-US', PHONE, ['1.png'])
const version = {id: '7', versionString: '1.0.0', state: 'PREPARE_FOR_SUBMISSION'}
const actual: ActualListing = {
  app: {id: '1', bundleId: 'com.example.app'},
  version,
  localizations: [
    {
      id: '2',
      locale: 'en-US',
      sets: [
        {
          id: '3',
          medium: 'screenshot',
          type: PHONE,
          assets: [asset('en-US', PHONE, '1.png'), asset('en-US', PHONE, 'old.png', 'older')],
        },
      ],
    },
  ],
}
const section: Section = {
  groupOf: () => null,
  explain: () => ({message: '', remedy: ''}),
  verify: async () => new Map(),
  perform: async () => ({state: 'done', resourceId: null}),
}
const ignore = () => undefined

test('A run does not wait for copies of pictures: those that are there when the work is done are kept', async () => {
  const store: Store = {
    expect: ignore,
    findTarget: () => Promise.reject(new Error('It is known.')),
    createVersion: () => Promise.reject(new Error('It is there.')),
    read: async () => actual,
    copyPictures: (_, drop) =>
      new Promise((resolve) => {
        drop.addEventListener('abort', () => resolve(new Map([['old', 'data:image/jpeg;base64,']])))
      }),
    mediaSection: () => ({section, images: new Map(), vanished: () => []}),
  }
  const {results, keepsakes} = await synchronise(
    {app: actual.app, version, localizations: []},
    {
      store,
      desired: {sets: [set]},
      policy: {platform: 'IOS', prune: true, waits: true, createVersion: null},
      weigh: async () => [],
      approved: null,
      apply: true,
      processingTimeout: 60_000,
      signal: new AbortController().signal,
      watcher: {tell: ignore, sent: ignore, begin: ignore, ended: ignore},
    },
  )
  expect([...(results?.values() ?? [])].map(({status}) => status)).toEqual(['done'])
  expect([...keepsakes.keys()]).toEqual(['old'])
})
