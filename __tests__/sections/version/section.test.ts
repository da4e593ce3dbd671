import {describe, expect, it} from '@jest/globals'

import {findSections} from '../../../src/core/find-sections.ts'
import {asAnySection} from '../../../src/core/any-section.ts'
import {localizationStep} from '../../../src/core/localization-step.ts'
import {describeStep} from '../../../src/core/step.ts'
import {versionSection} from '../../../src/sections/version/section.ts'
import {fakeSection} from '../../core/fake-sections.ts'
import {POLICY} from '../media/plan/listings.ts'

const wanted = {
  platform: 'IOS',
  versionString: '2.0.0',
  create: true,
  mayBeInReview: false,
  onlyRead: false,
} as const
const section = versionSection(wanted, null)
const missing = {id: null, versionString: '2.0.0', state: 'not created'}

describe('the section of the version', () => {
  it('plans to create a version that does not exist, before everything else', () => {
    const {steps} = section.plan(wanted, missing, POLICY)
    expect(steps.map(describeStep)).toEqual(['create version 2.0.0'])
    expect(steps).toMatchObject([
      {
        id: 'create-version:2.0.0',
        section: 'version',
        action: 'create',
        needs: [],
        subject: {noun: 'version', name: '2.0.0', locale: null},
        cost: {writes: 1, bytes: 0},
        detail: {platform: 'IOS', versionString: '2.0.0'},
      },
    ])
    expect(section.opens).toBe(true)
  })

  it('has nothing to do for one that exists', () => {
    const version = {id: '7', versionString: '2.0.0', state: 'PREPARE_FOR_SUBMISSION'}
    expect(section.plan(wanted, version, POLICY).steps).toEqual([])
  })

  it('has its steps, and those that add locales, approved by what they create', () => {
    const any = asAnySection(section)
    const [step] = section.plan(wanted, missing, POLICY).steps
    if (step === undefined) throw new Error('The plan has no step.')
    expect(any.facts(step)).toEqual({platform: 'IOS', version: '2.0.0'})
    expect(any.facts(localizationStep('ja', []))).toEqual({})
  })

  it('is left out where no other section belongs to a version', async () => {
    const {signal} = new AbortController()
    const found = async (scope: 'app' | 'version') => {
      const all = await findSections([asAnySection(section), fakeSection('other', {scope})], signal)
      return all.map((each) => each.section.name)
    }
    expect(await found('version')).toEqual(['version', 'other'])
    expect(await found('app')).toEqual(['other'])
  })
})
