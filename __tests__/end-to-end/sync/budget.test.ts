import {afterAll, expect, test} from '@jest/globals'
import {LOCALES} from '../../../src/apple/locales.ts'
import {image} from '../../helpers/media.ts'
import {withComment} from '../../helpers/with-comment.ts'
import {green} from '../../../simulator/runner/run-bundle.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'

afterAll(closeScenarios)

const SETS = {
  APP_WATCH_SERIES_3: [312, 390],
  APP_WATCH_SERIES_4: [368, 448],
  APP_WATCH_SERIES_7: [396, 484],
} as const

/** All in CI, and a quarter of them in a developer's run. */
const number = process.env['CI'] === 'true' ? 40 : 10

test(`The first upload of ${number} locales × 3 sets × 10 files costs at most 2.2 API requests a file`, async () => {
  const total = number * 30
  const files: Record<string, Buffer> = {}
  for (const [type, [width, height]] of Object.entries(SETS)) {
    // oxlint-disable-next-line no-await-in-loop -- three pictures, from which all others are made
    const picture = await image(width, height)
    for (const locale of LOCALES.slice(0, number)) {
      for (let position = 1; position <= 10; position += 1) {
        const file = `screenshots/${locale}/${type}/${position}.png`
        files[file] = withComment(picture, file)
      }
    }
  }
  const {run, simulator} = await scenario(files, {
    processing: 'accept',
    processingMilliseconds: 2000,
    storeBytes: true,
  })
  const first = green(await run())

  expect(first.outputs).toMatchObject({uploaded: String(total), failed: '0', reordered: '0'})
  const kinds = first.requests.map(({routeClass}) => routeClass)
  expect(kinds).not.toContain('reorder')
  expect(first.requests.length / total).toBeLessThanOrEqual(2.2)
  const names = Array.from({length: 10}, (_, index) => `${index + 1}.png`)
  const sets = Object.values(simulator.listing()).flatMap((locale) => Object.values(locale))
  expect(sets).toHaveLength(number * 3)
  for (const set of sets) expect(set.map(({fileName}) => fileName)).toEqual(names)

  const second = green(await run())
  expect(second.writes).toEqual([])
  expect(second.requests).toHaveLength(3 + number)
})
