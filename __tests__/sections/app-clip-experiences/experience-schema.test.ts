import {expect, it} from '@jest/globals'

import {experienceSchema} from '../../../src/sections/app-clip-experiences/folder/experience-schema.ts'

const FILE = {link: 'https://example.com', isPoweredBy: true, defaultLanguage: 'EN'}
const parse = (title: string) =>
  experienceSchema.safeParse({...FILE, localizations: [{language: 'EN', title, subtitle: 'b\n'}]})

it('leaves out the line break at the end of a block of YAML', () => {
  expect(parse('Shop\n').data?.localizations).toEqual([
    {language: 'EN', title: 'Shop', subtitle: 'b'},
  ])
})

it('does not count it, nor takes it for a text', () => {
  expect(parse(`${'x'.repeat(30)}\n`).success).toBe(true)
  expect(parse('\n').error?.issues.map(({message}) => message)).toEqual(['it is empty'])
})
