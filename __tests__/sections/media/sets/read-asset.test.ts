import {expect, test} from '@jest/globals'

import {readAsset} from '../../../../src/sections/media/sets/read-asset.ts'
import type {AssetAttributes} from '../../../../src/sections/media/sets/read-asset.ts'
import type {AssetResource} from '../../../../src/transfer/asset.ts'

function imageOf(imageAsset: object) {
  const resource: AssetResource<AssetAttributes> = JSON.parse(
    JSON.stringify({type: 'appScreenshots', id: '1', attributes: {fileName: '1.png', imageAsset}}),
  )
  return readAsset('screenshot', resource).image
}

const templateUrl = 'https://pictures.example/{w}x{h}bb.{f}'

test('A picture of the store has an address and a size in numbers', () => {
  const image = {templateUrl, width: 1290, height: 2796}
  expect(imageOf(image)).toEqual({...image, videoUrl: null})
})

test.each([
  {templateUrl, width: '"><script>', height: 1},
  {templateUrl, width: '1290', height: '2796'},
  {templateUrl, width: 0, height: 2796},
  {templateUrl, width: -1, height: 2796},
  {templateUrl, width: {}, height: []},
  {templateUrl: ['https://pictures.example'], width: 1, height: 1},
  {},
])('%j is no picture of the store', (image) => {
  expect(imageOf(image)).toBeNull()
})
