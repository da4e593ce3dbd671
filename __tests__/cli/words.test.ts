import {expect, test} from '@jest/globals'

import {inOptions} from '../../src/cli/words.ts'

test.each([
  ['delete them with `prune: true`', 'delete them with `--prune`'],
  ['set `prune: false`', 'set `--no-prune`'],
  ['`mode: validate` checks', '`app-store-sync validate` checks'],
  ['only with `mode: plan`', 'only with `app-store-sync plan`'],
  ['`api-private-key` is empty', '`--api-private-key-file` is empty'],
  ['check `screenshots` and `root`', 'check `screenshots` and `--root`'],
  ['use `root: fastlane`', 'use `--root fastlane`'],
  ['the key `version.release` of `app-store.yml`', 'the key `version.release` of `app-store.yml`'],
  ['`mode: 0644` of the file', '`mode: 0644` of the file'],
  ['prune: true', 'prune: true'],
])('%s reads %s', (text, expected) => {
  expect(inOptions(text)).toBe(expected)
})
