import {afterAll, expect, test} from '@jest/globals'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, place, scenario, shot, stored, storeWith} from '../../helpers/scenario.ts'
import {filesIn, PULL_TEXTS, WHOLE_APP} from './pulled.ts'

afterAll(closeScenarios)

const WHOLE = {apps: [WHOLE_APP]}

test.concurrent('Every file that differs is named, and nothing is written', async () => {
  const files = {
    'metadata/en-US/description.txt': 'Mine\n',
    'metadata/de-DE/name.txt': 'Meine\n',
    'metadata/en-US/keywords.txt': 'one,two',
  }
  const {run, workspace} = await scenario(files, WHOLE)
  const pulled = red(await run(PULL_TEXTS))
  expect(await filesIn(workspace)).toEqual(files)
  expect(pulled.outputs['changed']).toBe('false')
  const errors = pulled.annotations.filter(({level}) => level === 'error')
  expect(errors.map(({file}) => file)).toEqual(
    expect.arrayContaining(['metadata/de-DE/name.txt', 'metadata/en-US/description.txt']),
  )
  expect(pulled.stdout).not.toContain('metadata/en-US/keywords.txt')
  expect(pulled.stdout).toContain('2 problems found; nothing was written.')
})

test.concurrent('A picture that differs keeps all others from being written', async () => {
  const {run, workspace} = await scenario(
    {[place('1.png')]: await shot(9)},
    storeWith(await stored({'1.png': 1, '2.png': 2})),
  )
  const pulled = red(await run({mode: 'pull'}))
  expect(pulled.annotations.map(({file}) => file)).toContain(place('1.png'))
  expect(Object.keys(await filesIn(workspace))).toEqual([place('1.png')])
})

test.concurrent('What the repository declares elsewhere, as the store has it, is not declared a second time', async () => {
  const files = {
    'metadata/copyright.txt': '2026 Example GmbH\n',
    'metadata/primary_category.txt': 'GAMES',
    'app-store.yml': `localizations: {en-US: {description: "All of it\\n\\nAnd more"}}\n`,
  }
  const {run, workspace, write} = await scenario(files, WHOLE)
  // The file is there, and lacks the rest.
  const refused = red(await run(PULL_TEXTS))
  expect(refused.stdout).toMatch(/app-store\.yml.*lacks what App Store Connect has/u)
  expect(refused.stdout).not.toContain('copyright')
  expect(await filesIn(workspace)).toEqual(files)

  await write({'app-store.yml': ''})
  red(await run(PULL_TEXTS))
})

test.concurrent('A setting that is declared otherwise is an error on its line', async () => {
  const {run} = await scenario({'app-store.yml': 'version:\n  copyright: 2025 Somebody\n'}, WHOLE)
  const pulled = red(await run(PULL_TEXTS))
  expect(pulled.stdout).toMatch(/::error file=app-store\.yml,line=2::.*copyright/u)
})

test.concurrent('Settings that cannot be read are an error on their line, and are not said to lack everything', async () => {
  const {run} = await scenario({'app-store.yml': 'build: latest\nversion: {copyright\n'}, WHOLE)
  const pulled = red(await run(PULL_TEXTS))
  expect(pulled.stdout).toMatch(/::error file=app-store\.yml,line=\d+::/u)
  expect(pulled.stdout).not.toContain('lacks what App Store Connect has')
})

test.concurrent('Where a text for every locale is another one, the locale gets its own', async () => {
  const files = {
    'metadata/Default/subtitle.txt': 'For all\n',
    'metadata/en-US/name.txt': 'Example\n',
  }
  const {run, workspace} = await scenario(files, WHOLE)
  green(await run(PULL_TEXTS))
  expect(await filesIn(workspace)).toMatchObject({
    ...files,
    'metadata/en-US/subtitle.txt': 'Of an app\n',
  })
})

test.concurrent('A pull may come again after somebody has changed the layout of the settings', async () => {
  const {run, write, workspace} = await scenario({}, WHOLE)
  green(await run(PULL_TEXTS))
  const {'app-store.yml': settings = ''} = await filesIn(workspace)
  await write({
    'app-store.yml': settings.replace('    name: demo\n', '    name: env:DEMO_USER # ours\n'),
  })
  const again = green(await run(PULL_TEXTS))
  expect(again.outputs['changed']).toBe('false')
  expect(again.stdout).toContain('Nothing to write: The folder already has')
})

test.concurrent.each([
  ['a folder in place of a file', {'metadata/en-US/description.txt/x': ''}, 'in-the-way'],
  ['a file in place of a folder', {'metadata/en-US': 'text'}, 'in-the-way'],
  ['a folder in other case', {'metadata/EN-us/x.md': ''}, 'other-case'],
  ['a link out of the workspace', {metadata: {linkTo: '/tmp'}}, 'outside-workspace'],
  ['a broken link', {'metadata/en-US/description.txt': {linkTo: 'nowhere'}}, 'broken-link'],
  [
    'one folder for two locales',
    {'metadata/en-US/x.md': '', 'metadata/de-DE': {linkTo: 'en-US'}},
    'same-file-twice',
  ],
] as const)('With %s nothing is written', async (_what, files, code) => {
  const {run, workspace} = await scenario(files, WHOLE)
  const before = await filesIn(workspace)
  const pulled = red(await run(PULL_TEXTS))
  expect(codes(pulled.plan)).toContain(code)
  expect(await filesIn(workspace)).toEqual(before)
})

test.concurrent('Where the system lets nothing be written, the run says so', async () => {
  const {run} = await scenario({}, WHOLE)
  // Whoever runs the tests, no file can be made there.
  const pulled = red(await run(PULL_TEXTS, {workspace: '/proc'}))
  expect(pulled.stdout).toContain('The workspace cannot be written (ENOENT).')
  expect(pulled.stdout).not.toContain('bug in the action')
})

test.concurrent('What is left of a pull that was killed is removed by the next one', async () => {
  const left = {'.app-store-sync-pull-abc/0': 'half'}
  const {run, workspace} = await scenario(left, storeWith(await stored({'1.png': 1})))
  green(await run({mode: 'pull'}))
  expect(Object.keys(await filesIn(workspace))).toEqual([place('1.png')])
})

function codes(plan: object | null): readonly unknown[] {
  const all: unknown = plan === null ? [] : Reflect.get(plan, 'diagnostics')
  return Array.isArray(all) ? all.map((each: object) => Reflect.get(each, 'code')) : []
}
