import {expect, test} from '@jest/globals'

import {describeTarget} from '../../../src/face/log/describe-target.ts'

const app = {id: '1', bundleId: 'com.example.trails', name: 'Trails', primaryLocale: 'en-US'}

test.each([
  [
    {id: '7', versionString: '2.1.0', state: 'PREPARE_FOR_SUBMISSION'},
    ', version 2.1.0 (Prepare for Submission).',
  ],
  [{id: null, versionString: '2.1.0', state: 'not created'}, ', version 2.1.0 (to be created).'],
  [{id: null, versionString: '', state: 'not created'}, ', version (to be created).'],
  [null, '.'],
])('The target %j is named as in App Store Connect', (version, words) => {
  expect(describeTarget({app, version})).toBe(
    `App Store Connect: Trails (com.example.trails)${words}`,
  )
})
