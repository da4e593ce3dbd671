import {expect, test} from '@jest/globals'

import {closingLines} from '../../../src/face/log/closing-lines.ts'

test('The log ends with the duration, the requests and where the report is', () => {
  const closing = {milliseconds: 125_000, requests: 38, reportPath: '/tmp/report.html'}
  expect(closingLines(closing)).toEqual([
    'Took 2 min 5 s and 38 API requests.',
    'Report: /tmp/report.html',
  ])
})

test('The log does not name what there is none of', () => {
  expect(closingLines({milliseconds: 400, requests: 0, reportPath: null})).toEqual(['Took 0.4 s.'])
})
