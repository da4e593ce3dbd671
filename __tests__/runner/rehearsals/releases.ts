import {expect} from '@jest/globals'
import {scenario, shots, stored, storeWith} from '../../helpers/scenario.ts'
import {wholeFolder} from '../../end-to-end/release/whole-release.ts'
import {actionIn, BY_HAND, green, jobOf, PASSWORD, play, PUSH, TAG, writesTo} from './scene.ts'
import type {Scene} from './scene.ts'

const QUICK_START = 'README.md › Quick start'
const FROM_FASTLANE = 'docs/fastlane.md › In four steps'
const ON_EVERY_PUSH = 'docs/workflows.md › On every push'
const DRIFT = 'docs/workflows.md › Detect changes made by hand'
const SCREENSHOTS = 'docs/workflows.md › After a job that makes the screenshots'

/** What the documents have the user remove once the plan is as it should be. */
function withoutPlan(workflow: string): string {
  return workflow.replace(/^ +mode: plan\n/mu, '')
}

/** A tag creates its version, and leaves it in front of App Review, with the demo account's password from the secrets. */
function releases(block: string): Scene {
  return {
    block,
    does: 'takes the version of a tag to "Waiting for Review"',
    async play() {
      const there = await scenario(await wholeFolder(['en-US']), {
        apps: [
          {
            bundleId: 'com.example.app',
            versions: [{versionString: '2.0.0', state: 'READY_FOR_DISTRIBUTION'}],
            builds: [{number: '42', version: '2.1.0'}],
          },
        ],
        processing: 'accept',
      })
      const {simulator} = there
      const {outputs} = actionIn(jobOf(green(await play(block, there, TAG))))
      expect(outputs).toMatchObject({'submission-state': 'WAITING_FOR_REVIEW', ready: 'true'})
      expect(
        simulator.versions().map(({versionString, state}) => `${versionString} ${state}`),
      ).toEqual(['2.0.0 READY_FOR_DISTRIBUTION', '2.1.0 WAITING_FOR_REVIEW'])
      const [review] = simulator.records('appStoreReviewDetails')
      expect(review?.attributes['demoAccountPassword']).toBe(PASSWORD)
    },
  }
}

/** The workflows with one job that end in a plan, a sync or a release. */
export const RELEASES: readonly Scene[] = [
  {
    block: QUICK_START,
    does: 'shows a plan and writes nothing; without "mode: plan", it makes it happen',
    async play() {
      const there = await scenario(await shots({'1.png': 1, '2.png': 2}))
      const planned = actionIn(jobOf(green(await play(QUICK_START, there, BY_HAND))))
      expect(planned.outputs).toMatchObject({'has-changes': 'true', uploaded: '2'})
      expect(planned.summary).toContain('Plan')
      expect(writesTo(there.simulator)).toEqual([])

      green(await play(QUICK_START, there, BY_HAND, {edit: withoutPlan}))
      expect(there.names('APP_WATCH_SERIES_3')).toEqual(['1.png', '2.png'])
    },
  },
  releases('README.md › Release with a tag'),
  releases('docs/workflows.md › Release'),
  {
    block: FROM_FASTLANE,
    does: 'has nothing to do for what deliver uploaded',
    async play() {
      const pictures = Object.values(await shots({'1.png': 1, '2.png': 2}))
      const files = pictures.map(
        (bytes, index) => [`fastlane/screenshots/en-US/${index + 1}_watch.png`, bytes] as const,
      )
      const there = await scenario(
        Object.fromEntries(files),
        storeWith(await stored({'1.png': 1, '2.png': 2})),
      )
      const {outputs} = actionIn(jobOf(green(await play(FROM_FASTLANE, there, BY_HAND))))
      expect(outputs).toMatchObject({'has-changes': 'false', unchanged: '2'})
    },
  },
  {
    block: ON_EVERY_PUSH,
    does: 'brings the store in line, and ends green while there is no version to change',
    async play() {
      const there = await scenario(await shots({'1.png': 1}))
      green(await play(ON_EVERY_PUSH, there, PUSH))
      expect(there.names('APP_WATCH_SERIES_3')).toEqual(['1.png'])

      const {simulator} = there
      simulator.setVersionState(simulator.versions()[0]?.id ?? '', 'READY_FOR_DISTRIBUTION')
      await there.write(await shots({'2.png': 2}))
      const {outputs} = actionIn(jobOf(green(await play(ON_EVERY_PUSH, there, PUSH))))
      expect(outputs['changed']).toBe('false')
      expect(there.names('APP_WATCH_SERIES_3')).toEqual(['1.png'])
    },
  },
  {
    block: DRIFT,
    does: 'fails once somebody has added a picture by hand, and writes nothing',
    async play() {
      const same = {'1.png': 1, '2.png': 2}
      const [right, drifted] = await Promise.all([
        scenario(await shots(same), storeWith(await stored(same))),
        scenario(await shots(same), storeWith(await stored({...same, 'by hand.png': 3}))),
      ])
      const schedule = {name: 'schedule'}
      green(await play(DRIFT, right, schedule))
      const run = await play(DRIFT, drifted, schedule)
      expect(run.result).toBe('failure')
      expect(actionIn(jobOf(run)).log).toContain('by hand.png')
      expect(writesTo(drifted.simulator)).toEqual([])
    },
  },
  {
    block: SCREENSHOTS,
    does: 'syncs what the first job made, which no commit has',
    async play() {
      const {workspace: made} = await scenario(await shots({'1.png': 1, '2.png': 2}))
      const there = await scenario({Gemfile: 'gem "fastlane"'})
      const {calls} = green(
        await play(SCREENSHOTS, there, BY_HAND, {
          commands: {
            'bundle install': 'true',
            'bundle exec fastlane snapshot': `mkdir fastlane\ncp -R '${made}/screenshots' fastlane`,
          },
        }),
      )
      expect(calls).toHaveLength(2)
      expect(there.names('APP_WATCH_SERIES_3')).toEqual(['1.png', '2.png'])
    },
  },
]
