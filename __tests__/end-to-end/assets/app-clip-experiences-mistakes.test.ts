import {afterAll, expect, test} from '@jest/globals'

import {red} from '../../../simulator/runner/run-bundle.ts'
import {annotated} from '../../helpers/annotated.ts'
import {image} from '../../helpers/media.ts'
import {sampled} from '../../helpers/sampled.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'
import type {Files} from '../../helpers/scenario.ts'
import {addClip, header} from './app-clip.ts'
import {experience, EXPERIENCES, fileOf, headerOf} from './app-clip-experiences.ts'

afterAll(closeScenarios)

const SHOP = 'https://example.com/shop'

/** Experiences with an image each, by the name of their folder. */
async function folder(files: Readonly<Record<string, string>>): Promise<Files> {
  const right = await header(1)
  return Object.fromEntries(
    Object.entries(files).flatMap(([name, text]) => [
      [fileOf(name), text],
      [headerOf(name), right],
    ]),
  )
}

const WRONG: readonly (readonly [string, string, number, string])[] = [
  ['no YAML', 'link: [', 1, 'is not valid YAML'],
  ['a link without https', experience('http://example.com'), 1, 'begins with https://'],
  ['an unknown key', experience(SHOP, 'acton: OPEN\n'), 7, 'Did you mean action?'],
  ['an unknown action', experience(SHOP, 'action: OPEM\n'), 7, 'use OPEN'],
  ['an unknown category', experience(SHOP, 'businessCategory: SHOPING\n'), 7, 'use SHOPPING'],
  [
    'an unknown key of a place',
    experience(SHOP, 'place:\n  nams: [a]\n'),
    8,
    'Did you mean names?',
  ],
  ['a title that is too long', experience(SHOP, '', 'x'.repeat(31)), 6, '31 characters'],
  [
    'a subtitle that is too long',
    experience(SHOP, `    subtitle: ${'x'.repeat(57)}\n`),
    7,
    '57 char',
  ],
  ['a language twice', experience(SHOP, '  - {language: EN, title: b}\n'), 7, 'EN is there twice'],
  [
    'no text in the default language',
    experience(SHOP).replace('EN\n', 'DE\n'),
    3,
    'do not have DE',
  ],
  ['a missing key', experience(SHOP).replace(/isPowered.*\n/u, ''), 1, 'lacks isPoweredBy'],
  [
    'no localizations',
    `link: ${SHOP}\nisPoweredBy: true\ndefaultLanguage: EN\nlocalizations: []\n`,
    4,
    'at least one',
  ],
]

test.concurrent.each(sampled(WRONG))(
  '`validate` names the line of %s',
  async (_, text, line, message) => {
    const {run} = await scenario(await folder({shop: text}))
    const told = red(await run({...EXPERIENCES, mode: 'validate'}))
    expect(told.requests).toEqual([])
    expect(annotated(told.stdout)).toContain(`error ${fileOf('shop')}:${line}`)
    expect(told.annotations.map((each) => each.message).join('\n')).toContain(message)
  },
)

test.concurrent('`validate` says which files are missing, wrong or without a place', async () => {
  const {run} = await scenario({
    ...(await folder({one: experience(SHOP), two: experience(SHOP)})),
    [fileOf('three')]: experience('https://example.com/3'),
    [headerOf('four')]: await header(1),
    ...(await folder({five: experience('https://example.com/5')})),
    [headerOf('five')]: await image(1200, 1200),
    'app-clip-experiences/one/experience.yaml': 'x',
    'app-clip-experiences/header.png': await header(1),
  })
  const told = red(await run({...EXPERIENCES, mode: 'validate'}))
  expect(annotated(told.stdout).toSorted()).toEqual([
    'error app-clip-experiences/five/header.png',
    'error app-clip-experiences/four',
    'error app-clip-experiences/header.png',
    'error app-clip-experiences/one/experience.yaml',
    'error app-clip-experiences/three',
    'error app-clip-experiences/two/experience.yml:1',
  ])
})

test.concurrent('An experience of an App Clip that does not exist is an error before any write', async () => {
  const there = await scenario({
    ...(await folder({'com.example.app.Nope/shop': experience(SHOP)})),
    ...(await folder({'com.example.app.Clip/cafe': experience('https://example.com/cafe')})),
  })
  addClip(there)
  const told = red(await there.run({...EXPERIENCES, prune: 'true'}))
  expect(told.writes).toEqual([])
  expect(told.annotations[0]).toMatchObject({
    file: 'app-clip-experiences/com.example.app.Nope',
    message: expect.stringContaining('has only com.example.app.Clip'),
  })
})

test.concurrent('A folder of an App Clip without experiences removes nothing', async () => {
  const there = await scenario({
    'app-clip-experiences/com.example.app.Clip': {folder: true},
  })
  addClip(there)
  const {code, requests} = await there.run({...EXPERIENCES, prune: 'true'})
  expect(code).toBe(0)
  expect(requests.filter(({target}) => target.includes('appClips'))).toEqual([])
})
