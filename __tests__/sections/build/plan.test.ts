import {expect, test} from '@jest/globals'

import {fieldOf} from '../../../src/fields/field.ts'
import {asBuild, BUILD} from '../../../src/sections/build/build.ts'
import {planBuild} from '../../../src/sections/build/plan.ts'

const VALID = {version: '7', processingState: 'VALID', usesNonExemptEncryption: false}

const earlier = {requirements: [], steps: [], forReview: []}

test('A build of another version with the same number is not the declared one', () => {
  const declared = {value: '7', at: {path: 'app-store.yml', line: 1}, isSecret: false}
  const {steps} = planBuild(
    {build: fieldOf(BUILD, declared), encryption: []},
    {
      versionId: '1',
      versionString: '2.0',
      attached: asBuild('old', VALID),
      all: [asBuild('new', VALID)],
    },
    {prune: false, waits: true, isNewVersion: false, openingSteps: [], earlier},
  )
  expect(steps.map(({id}) => id)).toEqual(['set:build/build'])
})
