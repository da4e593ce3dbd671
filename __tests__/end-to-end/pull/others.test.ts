import {afterAll, expect, test} from '@jest/globals'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'
import {image} from '../../helpers/media.ts'
import {addCard, addClip, header} from '../assets/app-clip.ts'
import {
  addExperience,
  experience,
  EXPERIENCES,
  fileOf,
  headerOf,
} from '../assets/app-clip-experiences.ts'
import {filesIn} from './pulled.ts'

afterAll(closeScenarios)

test.concurrent('The App Clip card of the version becomes its folder', async () => {
  const stage = await scenario({})
  const clip = addClip(stage)
  const locales = {
    'en-US': {subtitle: 'Ride now', header: await header(1)},
    ja: {subtitle: '乗る'},
  }
  addCard(stage, {clip, versionString: '1.0.0', action: 'VIEW', locales})
  const pulled = green(await stage.run({mode: 'pull', manage: 'app-clip'}))
  expect(pulled.writes).toEqual([])
  const files = await filesIn(stage.workspace)
  expect(files).toEqual({
    'app-clip/action.txt': 'VIEW\n',
    'app-clip/en-US/header.png': expect.stringContaining('bytes'),
    'app-clip/en-US/subtitle.txt': 'Ride now\n',
    'app-clip/ja/subtitle.txt': '乗る\n',
  })
  const again = green(await stage.run({mode: 'pull', manage: 'app-clip'}))
  expect(again.outputs['changed']).toBe('false')

  const images = () => stage.simulator.requests.filter(({routeClass}) => routeClass === 'image')
  const fetched = images().length
  await stage.write({'app-clip/en-US/header.png': await header(1)})
  green(await stage.run({mode: 'pull', manage: 'app-clip'}))
  expect(images()).toHaveLength(fetched)
})

test.concurrent('An image that the folder has in another format is not written a second time', async () => {
  const mine = 'app-clip/en-US/header.jpeg'
  const uploaded = await image(1800, 1200, {format: 'jpeg', colour: '#123456'})
  const stage = await scenario({[mine]: uploaded})
  const clip = addClip(stage)
  addCard(stage, {clip, versionString: '1.0.0', locales: {'en-US': {header: uploaded}}})
  const pulled = green(await stage.run({mode: 'pull', manage: 'app-clip', locales: 'en-US'}))
  expect(pulled.stdout).not.toContain('App Clip image')

  await stage.write({[mine]: await image(1800, 1200, {format: 'jpeg', colour: '#654321'})})
  const refused = red(await stage.run({mode: 'pull', manage: 'app-clip'}))
  expect(refused.stdout).toContain(`${mine}: is not what App Store Connect has`)
  expect(Object.keys(await filesIn(stage.workspace))).toEqual(['app-clip/action.txt', mine])
})

test.concurrent('With several App Clips, the folder is named after the one of the version', async () => {
  const stage = await scenario({})
  const clip = addClip(stage)
  addClip(stage, 'com.example.app.Other')
  addCard(stage, {clip, versionString: '1.0.0', locales: {'en-US': {subtitle: 'Ride now'}}})
  green(await stage.run({mode: 'pull', manage: 'app-clip', locales: 'en-US'}))
  expect(Object.keys(await filesIn(stage.workspace))).toEqual([
    'app-clip/com.example.app.Clip/action.txt',
    'app-clip/com.example.app.Clip/en-US/subtitle.txt',
  ])
})

test.concurrent('Each App Clip experience becomes a folder; one that is declared already stays where it is', async () => {
  const link = 'https://example.com/known'
  const files = {[fileOf('mine')]: experience(link), [headerOf('mine')]: await header(1)}
  const stage = await scenario(files)
  const {run, workspace, write} = stage
  const clip = addClip(stage)
  addExperience(stage, {clip, link, title: 'Shop', image: await header(1)})
  const more = {action: 'OPEN', place: {names: ['Café'], homePage: null}}
  const other = {clip, title: 'Bikes', image: await header(2), attributes: more}
  addExperience(stage, {...other, link: 'https://example.com/Rent/A?b=1'})
  green(await run({...EXPERIENCES, mode: 'pull'}))
  const written = await filesIn(workspace)
  expect(Object.keys(written)).toEqual([
    fileOf('mine'),
    headerOf('mine'),
    fileOf('rent-a'),
    headerOf('rent-a'),
  ])
  const text = `link: https://example.com/Rent/A?b=1
isPoweredBy: false
defaultLanguage: EN
action: OPEN
place:
  names:
    - Café
localizations:
  - language: EN
    title: Bikes
`
  expect(written[fileOf('rent-a')]).toBe(text)
  const planned = green(await run({...EXPERIENCES, mode: 'plan'}))
  // Apple's bytes of a picture are others than those that were uploaded. All else is the same.
  expect(planned.plan?.steps).toEqual([
    expect.objectContaining({id: 'upload-app-clip-image:rent-a'}),
    expect.objectContaining({detail: expect.objectContaining({kind: 'update', changes: []})}),
  ])

  await write({[fileOf('mine')]: experience(link, '', 'Another title')})
  const refused = red(await run({...EXPERIENCES, mode: 'pull'}))
  expect(refused.stdout).toMatch(
    /::error file=app-clip-experiences\/mine\/experience\.yml,line=5::/u,
  )
})

test.concurrent('With `all`, what Apple hands out to nobody is named in a note', async () => {
  const {run, simulator, workspace} = await scenario({})
  const [version] = simulator.versions()
  const [app = ''] = simulator.appIds
  const detail = simulator.addRecord({
    type: 'appStoreReviewDetails',
    attributes: {},
    related: {appStoreVersion: version?.id ?? ''},
  })
  const file = {fileName: 'steps.pdf', bytes: Buffer.from('%PDF-')}
  simulator.addRecord({
    type: 'appStoreReviewAttachments',
    related: {appStoreReviewDetail: detail},
    file,
  })
  simulator.addRecord({
    type: 'routingAppCoverages',
    related: {appStoreVersion: version?.id ?? ''},
    file: {fileName: 'area.geojson', bytes: Buffer.from('{}')},
  })
  simulator.addRecord({
    type: 'backgroundAssets',
    attributes: {assetPackIdentifier: 'levels', archived: false},
    related: {app},
  })
  const pulled = green(await run({mode: 'pull', manage: 'all'}))
  expect(pulled.writes).toEqual([])
  for (const [place, name] of [
    ['review-attachments', 'steps.pdf'],
    ['routing-coverage.geojson', 'area.geojson'],
    ['background-assets', 'levels'],
  ] as const) {
    expect(pulled.stdout).toMatch(new RegExp(`${place}: is left out.*${name}`, 'u'))
  }
  expect(Object.keys(await filesIn(workspace))).toEqual([
    'app-store.yml',
    'metadata/en-US/name.txt',
  ])
})
