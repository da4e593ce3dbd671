import {describe, expect, it} from '@jest/globals'

import {changesOf, textsOf} from '../../../src/sections/app-clip-experiences/differences.ts'
import type {ExperienceFile} from '../../../src/sections/app-clip-experiences/folder/experience-schema.ts'
import type {StoredExperience} from '../../../src/sections/app-clip-experiences/stored-experiences.ts'

const FILE: ExperienceFile = {
  link: 'https://example.com',
  isPoweredBy: true,
  defaultLanguage: 'EN',
  localizations: [
    {language: 'EN', title: 'Shop', subtitle: ''},
    {language: 'DE', title: 'Laden', subtitle: 'Kaufen'},
  ],
}

const STORED: StoredExperience = {
  id: '1',
  link: 'https://example.com',
  attributes: {isPoweredBy: true, action: null},
  localizations: [
    {language: 'DE', title: 'Laden', subtitle: 'Kaufen'},
    {language: 'EN', title: 'Shop', subtitle: null},
  ],
  image: null,
}

describe('The changes of an experience', () => {
  const declared: ExperienceFile = {...FILE, place: {names: ['a', 'b'], mainAddress: {}}}
  const place = {placeId: '7', names: ['a', 'b'], mainAddress: {fullAddress: 'x'}}

  it('are those that the file says, in any order of languages', () => {
    expect(changesOf(FILE, STORED)).toEqual(['defaultLanguage'])
  })

  it('are none where the store says more of a place than the file', () => {
    const stored = {...STORED, attributes: {...STORED.attributes, place}}
    expect(changesOf(declared, stored)).toEqual(['defaultLanguage'])
  })

  it.each([
    ['a name is missing', {...place, names: ['a']}],
    ['names have another order', {...place, names: ['b', 'a']}],
    ['there is no place', null],
  ])('have the place if %s', (_, other) => {
    const stored = {...STORED, attributes: {...STORED.attributes, place: other}}
    expect(changesOf(declared, stored)).toEqual(['defaultLanguage', 'place'])
  })

  it('have the localizations if the store has one more', () => {
    const more = {language: 'FR', title: 'Magasin', subtitle: null}
    const stored = {...STORED, localizations: [...STORED.localizations, more]}
    expect(changesOf(FILE, stored)).toEqual(['defaultLanguage', 'localizations'])
    expect(textsOf(FILE, stored)).toContainEqual({
      name: 'title (FR)',
      key: 'localizations',
      before: 'Magasin',
      after: '',
    })
  })
})
