import {describe, expect, it} from '@jest/globals'
import * as z from 'zod'

import {readYaml} from '../../src/files/yaml-file.ts'

const schema = z
  .strictObject({
    link: z.string().max(30),
    isPoweredBy: z.boolean(),
    action: z.enum(['OPEN', 'VIEW']).optional(),
    place: z.strictObject({name: z.string()}).nullable().optional(),
    localizations: z
      .array(z.strictObject({language: z.string(), title: z.string()}).readonly())
      .readonly(),
  })
  .readonly()

const RIGHT = `link: https://example.com
isPoweredBy: true
localizations:
  - language: EN
    title: Rent a bike
`

/** What is wrong, each as `line:column what; next`. */
function faults(text: string): readonly string[] {
  const read = readYaml({path: 'experience.yml', text}, schema)
  if ('value' in read) return []
  return read.map(({severity, code, about, what, next}) => {
    expect(severity).toBe('error')
    expect(code).toBe('wrong-yaml')
    const [, words = '', line = '', column = ''] =
      /^(.*) \(line (\d+), column (\d+)\)$/su.exec(what) ?? []
    expect(about).toEqual({path: 'experience.yml', line: Number(line)})
    return `${line}:${column} ${words}; ${next}`
  })
}

describe('A file that is right', () => {
  it.each([
    ['with a byte order mark', `\uFEFF${RIGHT}`],
    ['with Windows line ends', RIGHT.replaceAll('\n', '\r\n')],
    ['with comments', `# ours\n${RIGHT}# end`],
    [
      'as JSON',
      JSON.stringify({
        link: 'x',
        isPoweredBy: true,
        localizations: [{language: 'EN', title: 'Rent a bike'}],
      }),
    ],
    [
      'with an alias',
      `${RIGHT}place: {name: &x here}\n`
        .replace('Rent a bike', '*x')
        .replace('link: https://example.com', 'link: &x x'),
    ],
  ])('%s is read', (_, text) => {
    expect(readYaml({path: 'x', text}, schema)).toHaveProperty('value.isPoweredBy', true)
  })

  it('knows the line of everything', () => {
    const read = readYaml({path: 'x', text: `\n${RIGHT}`}, schema)
    const lineOf = 'lineOf' in read ? read.lineOf : () => 0
    expect(lineOf(['link'])).toBe(2)
    expect(lineOf(['localizations', 0, 'title'])).toBe(6)
    expect(lineOf(['place'])).toBe(2)
  })
})

describe('A wrong value', () => {
  it.each([
    [
      'of a choice',
      `${RIGHT}action: open`,
      '6:9 has a wrong action: expected one of "OPEN"|"VIEW"; correct it',
    ],
    [
      'of another type',
      RIGHT.replace('true', 'yes'),
      '2:14 has a wrong isPoweredBy: expected boolean, received string; write true or false, without quotes',
    ],
    [
      'that YAML takes for a number',
      RIGHT.replace('Rent a bike', '2026'),
      '5:12 has a wrong localizations[1].title: expected string, received number; put it in quotes',
    ],
    [
      'that is empty',
      RIGHT.replace('Rent a bike', ''),
      '5:12 has no value for localizations[1].title; write one, or remove the key',
    ],
    ['that is missing', RIGHT.replace('isPoweredBy: true\n', ''), '1:1 lacks isPoweredBy; add it'],
    [
      'that is missing in a list',
      RIGHT.replace('    title: Rent a bike\n', ''),
      '4:5 lacks localizations[1].title; add it',
    ],
    [
      'for the whole',
      '- a',
      '1:1 has a wrong content: expected object, received array; correct it',
    ],
  ])('%s is named with its place', (_, text, fault) => {
    expect(faults(text)).toEqual([fault])
  })

  it('does not hide the others', () => {
    const text = RIGHT.replace('true', '1').replace('https://example.com', 'x'.repeat(31))
    expect(faults(text)).toHaveLength(2)
  })
})

describe('An unknown key', () => {
  it.each([
    [
      'names the nearest one',
      `${RIGHT}acton: OPEN`,
      '6:1 has the unknown key acton; did you mean action?',
    ],
    [
      'in another case too',
      `${RIGHT}Action: OPEN`,
      '6:1 has the unknown key Action; did you mean action?',
    ],
    [
      'names all if none is near',
      `${RIGHT}zzzzzzzz: 1`,
      '6:1 has the unknown key zzzzzzzz; the keys are link, isPoweredBy, action, place, localizations',
    ],
    [
      'knows those of an inner object',
      `${RIGHT}place: {name: x, nam: y}`,
      '6:18 has the unknown key nam; did you mean name?',
    ],
    [
      'is found in a list',
      `${RIGHT}    tilte: x`,
      '6:5 has the unknown key tilte; did you mean title?',
    ],
    [
      'may be a number',
      `${RIGHT}7: x`,
      '6:1 has the unknown key 7; the keys are link, isPoweredBy, action, place, localizations',
    ],
    [
      'may be one that JavaScript has',
      `${RIGHT}__proto__: x`,
      '6:1 has the unknown key __proto__; the keys are link, isPoweredBy, action, place, localizations',
    ],
  ])('%s', (_, text, fault) => {
    expect(faults(text)).toEqual([fault])
  })

  it('is cut short', () => {
    const [fault = ''] = faults(`${RIGHT}${'x'.repeat(1000)}: 1`)
    expect(fault).toContain('has the unknown key xxx')
    expect(fault.length).toBeLessThan(250)
  })
})

describe('What is no YAML', () => {
  it.each([
    [
      'a key that comes twice',
      `${RIGHT}link: x`,
      /^6:1 is not valid YAML: the key link is there twice;/,
    ],
    ['a tab', 'link: x\n\tplace: y', /^2:1 is not valid YAML: tabs are not allowed/],
    ['a bracket that is not closed', 'link: [x', /^1:\d+ is not valid YAML/],
    ['a quote that is not closed', 'link: "x', /^1:\d+ is not valid YAML: missing closing/],
    [
      'two documents',
      'link: x\n---\nlink: y',
      /^2:1 is not valid YAML: it has more than one document;/,
    ],
    [
      'an alias of nothing',
      `${RIGHT}place: *here`,
      /^6:8 is not valid YAML: there is no anchor &here before it;/,
    ],
  ])('%s, is named with its place', (_, text, fault) => {
    expect(faults(text)).toEqual([expect.stringMatching(fault)])
  })

  it.each([
    ['nothing', ''],
    ['only a comment', '# todo'],
    ['null', '~'],
  ])('%s: it is empty', (_, text) => {
    expect(faults(text)).toEqual([
      '1:1 is empty; the keys are link, isPoweredBy, action, place, localizations',
    ])
  })
})

describe('A file that is made to do harm', () => {
  it('cannot grow when it is read', () => {
    const lists = ['a: &a [x, x, x, x, x, x, x, x, x, x]']
    for (const [before, name] of ['ab', 'bc', 'cd', 'de', 'ef'].map((pair) => pair.split(''))) {
      lists.push(`${name}: &${name} [${Array.from({length: 10}, () => `*${before}`).join(', ')}]`)
    }
    expect(faults(lists.join('\n'))).toEqual([
      '2:8 is not valid YAML: its aliases stand for too much; correct it',
    ])
  })

  it.each([
    ['lists', '['.repeat(50_000)],
    ['closed lists', '['.repeat(40_000) + ']'.repeat(40_000)],
    ['keys', '? '.repeat(40_000)],
    ['items', `${'- '.repeat(40_000)}x`],
  ])('cannot be nested without end: %s', (_, text) => {
    expect(faults(text)).toEqual([expect.stringContaining('it is nested too deeply')])
  })

  it('cannot contain itself', () => {
    expect(faults('localizations: &a [*a]').length).toBeGreaterThan(0)
  })

  it('cannot take long with a great many keys', () => {
    const keys = Array.from({length: 30_000}, (_, index) => `key${index}: 1`)
    expect(faults([...keys, 'key0: 1'].join('\n'))).toEqual([
      '30001:1 is not valid YAML: the key key0 is there twice; correct it',
    ])
  })

  it('cannot have more faults than anybody reads', () => {
    const keys = Array.from({length: 3000}, (_, index) => `key${index}: 1`)
    expect(faults(keys.join('\n'))).toHaveLength(20)
  })

  it('cannot be endless', () => {
    expect(readYaml({path: 'x', text: `${RIGHT}# ${'x'.repeat(500_000)}`}, schema)).toMatchObject([
      {code: 'file-too-large', about: {path: 'x'}},
    ])
  })
})
