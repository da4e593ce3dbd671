import {describe, expect, test} from '@jest/globals'
import {readPoster} from '../../../../src/sections/media/folder/poster.ts'

describe('A poster text', () => {
  test.each([
    ['00:00:05:01', 30, '00:00:05:01'],
    ['\uFEFF 00:00:05:01\r\n', 30, '00:00:05:01'],
    ['5', 30, '00:00:05:00'],
    ['5.5', 30, '00:00:05:15'],
    ['5.5', 25, '00:00:05:12'],
    ['5.5', 30_000 / 1001, '00:00:05:14'],
    ['5.999999', 30_000 / 1001, '00:00:05:29'],
    ['0.7', 30, '00:00:00:21'],
    ['8.2', 30, '00:00:08:06'],
    ['0', 30, '00:00:00:00'],
    ['00:00:00:29', 30_000 / 1001, '00:00:00:29'],
  ])('%j at %d frames a second is %s', (text, frameRate, timeCode) => {
    expect(readPoster(text, {frameRate, seconds: 20})).toEqual({timeCode, frameRate})
  })

  test.each([
    '',
    'five',
    '00:05:01',
    '00:00:60:00',
    '00:60:00:00',
    '0:0:5:1',
    '-5',
    '5,5',
    '1e3',
    'Infinity',
    '5s',
    '00:00:05:30',
    '00:00:05:01\n00:00:06:01',
    '٥',
    '0x10',
  ])('%j is no moment at 30 frames a second', (text) => {
    expect(readPoster(text, {frameRate: 30, seconds: 20})).toBe('bad-poster-time')
  })

  test.each(['20', '20.5', '00:00:20:00', '00:01:00:00', '01:00:00:00'])(
    '%j is beyond a video of 20 seconds',
    (text) => {
      expect(readPoster(text, {frameRate: 30, seconds: 20})).toBe('poster-beyond-video')
    },
  )

  test('may name the very last frame, and any frame where the length is not known', () => {
    expect(readPoster('00:00:19:29', {frameRate: 30, seconds: 20})).toMatchObject({
      timeCode: '00:00:19:29',
    })
    expect(readPoster('3700', {frameRate: 30, seconds: null})).toMatchObject({
      timeCode: '01:01:40:00',
    })
  })
})
