import {readFile} from 'node:fs/promises'
import path from 'node:path'
import {expect} from '@jest/globals'
import {readyApp} from '../../../simulator/seeded-apps.ts'
import {addClip, cardOf} from '../../end-to-end/assets/app-clip.ts'
import {names} from '../../end-to-end/assets/review-attachments.ts'
import {image} from '../../helpers/media.ts'
import {place, scenario, shots} from '../../helpers/scenario.ts'
import {green, jobOf, PASSWORD, play, PUSH, writesTo} from './scene.ts'
import type {Scene} from './scene.ts'

const ASSETS = 'docs/assets.md › The other assets'
const SECRETS = 'docs/metadata.md › Secrets'
const CHECKLIST = 'docs/release.md › The checklist'
const REPORT = 'docs/workflows.md › The report as an artifact'
const PLATFORMS = 'docs/workflows.md › Several platforms'
const RESULT = 'docs/workflows.md › Use the result in later steps'

/** The step before the one that asks whether the version is ready. */
const LISTING = `- uses: app-store-sync/app-store-sync@v1
  id: listing
  with: {mode: plan, manage: metadata}
`

/** The blocks that are only steps. */
export const STEPS: readonly Scene[] = [
  {
    block: ASSETS,
    does: 'brings screenshots, App Clip card and attachments',
    async play() {
      const there = await scenario({
        ...(await shots({'1.png': 1})),
        'app-clip/en-US/subtitle.txt': 'Play now\n',
        'review-attachments/how-to.pdf': '%PDF-1.7',
      })
      addClip(there)
      green(await play(ASSETS, there, PUSH))
      expect(there.names('APP_WATCH_SERIES_3')).toEqual(['1.png'])
      expect(cardOf(there)?.locales['en-US']).toMatchObject({subtitle: 'Play now'})
      expect(names(there)).toEqual(['how-to.pdf'])
    },
  },
  {
    block: SECRETS,
    does: 'takes the demo account from variables and secrets',
    async play() {
      const there = await scenario({
        'app-store.yml':
          'review: {demo-account: {required: true, name: "env:DEMO_USER", password: "env:DEMO_PASSWORD"}}\n',
      })
      green(await play(SECRETS, there, PUSH, {vars: {DEMO_USER: 'ada'}}))
      expect(there.simulator.records('appStoreReviewDetails')[0]?.attributes).toMatchObject({
        demoAccountName: 'ada',
        demoAccountPassword: PASSWORD,
      })
    },
  },
  {
    block: CHECKLIST,
    does: 'fails only if something is missing',
    async play() {
      const files = {'metadata/en-US/marketing_url.txt': 'https://example.com\n'}
      const ready = await scenario(files, {apps: [readyApp()]})
      const unready = await scenario(files, {apps: [readyApp({builds: []})]})
      const check = {before: LISTING}
      const outcomes = await Promise.all(
        [ready, unready].map(async (each) => {
          const {steps} = jobOf(await play(CHECKLIST, each, PUSH, check))
          return steps.slice(1).map(({outcome}) => outcome)
        }),
      )
      expect(outcomes).toEqual([
        ['success', 'skipped'],
        ['success', 'failure'],
      ])
    },
  },
  {
    block: REPORT,
    does: 'uploads the page, also of a run that fails',
    async play() {
      const [right, wrong] = await Promise.all([
        scenario(await shots({'1.png': 1})),
        scenario({[place('1.png')]: 'no picture'}),
      ])
      const fine = green(await play(REPORT, right, PUSH))
      const failed = await play(REPORT, wrong, PUSH)
      expect(failed.result).toBe('failure')
      for (const {artifacts} of [fine, failed]) {
        // oxlint-disable-next-line no-await-in-loop -- two files
        const page = await readFile(path.join(artifacts, 'report.html/report.html'), 'utf8')
        expect(page).toContain('1.png')
      }
      expect(writesTo(right.simulator)).toEqual([])
    },
  },
  {
    block: PLATFORMS,
    does: 'syncs the folder of the Mac with the version of the Mac',
    async play() {
      const there = await scenario(
        {
          'store/mac/screenshots/en-US/APP_DESKTOP/1.png': await image(1280, 800),
          'store/mac/previews/.keep': '',
        },
        {
          apps: [
            {
              bundleId: 'com.example.app',
              versions: [{versionString: '1.0.0'}, {versionString: '1.0.0', platform: 'MAC_OS'}],
            },
          ],
        },
      )
      green(await play(PLATFORMS, there, PUSH))
      const onMac = there.simulator.listing('1.0.0', 'MAC_OS')['en-US']
      expect(onMac?.['APP_DESKTOP']?.map(({fileName}) => fileName)).toEqual(['1.png'])
      expect(there.simulator.listing('1.0.0', 'IOS')).toEqual({'en-US': {}})
    },
  },
  {
    block: RESULT,
    does: 'lists the files that were uploaded, and says nothing if none was',
    async play() {
      const there = await scenario(await shots({'1.png': 1, '2.png': 2}))
      const {steps} = jobOf(green(await play(RESULT, there, PUSH)))
      expect(steps.at(-1)?.log).toBe(`${place('1.png')}\n${place('2.png')}\n`)
      const again = jobOf(await play(RESULT, there, PUSH))
      expect(again.steps.at(-1)?.outcome).toBe('skipped')
    },
  },
]
