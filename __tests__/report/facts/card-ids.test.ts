import {expect, test} from '@jest/globals'

import {cardIds} from '../../../src/report/facts/card-ids.ts'
import {PHONE} from '../sample-plan.ts'
import {desiredSet, galleryOf} from '../sample-run.ts'

function idsOf(locale: string, names: readonly string[]): readonly string[] {
  return [...cardIds({views: [galleryOf([desiredSet(locale, PHONE, names)])]}).values()]
}

test('The id of a picture is made of its locale, device and name', () => {
  expect(idsOf('ja', ['02.png', '03 Week.PNG', '猫.jpg'])).toEqual([
    'ja-iphone-6.9-02',
    'ja-iphone-6.9-03-week',
    'ja-iphone-6.9-猫',
  ])
})

test('Ids are unique and never empty, whatever the names', () => {
  expect(idsOf('"><svg>', ['1.png', '1.jpg', '1-2.png', '<>', '?!'])).toEqual([
    'svg-iphone-6.9-1',
    'svg-iphone-6.9-1-2',
    'svg-iphone-6.9-1-2-2',
    'svg-iphone-6.9-picture',
    'svg-iphone-6.9-picture-2',
  ])
})
