import {expect} from '@jest/globals'
import {scenario, shots, stored, storeWith} from '../../helpers/scenario.ts'
import {actionIn, BY_HAND, green, jobOf, play, PUSH, writesTo} from './scene.ts'
import type {Scene} from './scene.ts'

const APPROVE = 'docs/workflows.md › Approve, then apply'
const SHARDS = 'docs/workflows.md › On several runners'
const LOCALES = ['de-DE', 'en-US', 'fr-FR', 'ja', 'ko']

/** The workflows in which a second job depends on a plan. */
export const JOBS: readonly Scene[] = [
  {
    block: APPROVE,
    does: 'writes nothing before somebody approves the second job, and then what was planned',
    async play() {
      const there = await scenario(await shots({'1.png': 1, '2.png': 2}))
      const waited: unknown[] = []
      green(
        await play(APPROVE, there, PUSH, {
          beforeJob(job, environment) {
            waited.push([job, environment])
            expect(writesTo(there.simulator)).toEqual([])
          },
        }),
      )
      expect(waited).toEqual([
        ['plan', null],
        ['apply', 'app-store'],
      ])
      expect(there.names('APP_WATCH_SERIES_3')).toEqual(['1.png', '2.png'])
    },
  },
  {
    block: APPROVE,
    does: 'applies nothing if the folder is not what was approved any more',
    async play() {
      const there = await scenario(await shots({'1.png': 1}))
      const run = await play(APPROVE, there, PUSH, {
        async beforeJob(job) {
          if (job === 'apply') await there.write(await shots({'2.png': 2}))
        },
      })
      expect([jobOf(run, 'plan').result, jobOf(run, 'apply').result]).toEqual([
        'success',
        'failure',
      ])
      expect(actionIn(jobOf(run, 'apply')).log).toContain('2.png')
      expect(writesTo(there.simulator)).toEqual([])
    },
  },
  {
    block: APPROVE,
    does: 'asks nobody if there is nothing to do',
    async play() {
      const same = {'1.png': 1}
      const there = await scenario(await shots(same), storeWith(await stored(same)))
      const run = await play(APPROVE, there, PUSH)
      expect(run.jobs.map(({id, result}) => [id, result])).toEqual([
        ['plan', 'success'],
        ['apply', 'skipped'],
      ])
    },
  },
  {
    block: SHARDS,
    does: 'has as many jobs as the plan says, each with locales of its own, and then none',
    async play() {
      const files = await Promise.all(LOCALES.map((locale) => shots({'1.png': 1}, locale)))
      const there = await scenario(Object.assign({}, ...files))
      const run = green(await play(SHARDS, there, BY_HAND))
      const matrix: unknown = JSON.parse(jobOf(run, 'plan').outputs['matrix'] ?? '')
      const syncs = run.jobs.filter(({id}) => id === 'sync')
      const shards = syncs.map((job) => job.matrix)
      expect(matrix).toEqual({include: shards})
      expect(shards).toHaveLength(4)
      const own = syncs.map((job) => String(job.matrix?.['locales']).split(','))
      expect(own.flat().toSorted()).toEqual(LOCALES)
      expect(syncs.map((job) => actionIn(job).outputs)).toMatchObject(
        own.map(({length}) => ({uploaded: String(length), unchanged: '0'})),
      )
      for (const locale of LOCALES) {
        expect(there.names('APP_WATCH_SERIES_3', locale)).toEqual(['1.png'])
      }

      const again = await play(SHARDS, there, BY_HAND)
      expect(jobOf(again, 'sync').result).toBe('skipped')
    },
  },
]
