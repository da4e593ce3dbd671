import {describe, expect, it} from '@jest/globals'

import {
  choosePoint,
  isInForce,
  isSameAmount,
  isSamePrice,
  priceText,
} from '../../../src/sections/app/price.ts'

describe('Two prices', () => {
  it.each([
    ['0', '0.0'],
    ['0.99', '0.990'],
    ['10', '10.0'],
  ])('%s and %s are the same amount', (one, other) => {
    expect(isSameAmount(one, other)).toBe(true)
    const [first, second] = [one, other].map((amount) => priceText({territory: 'USA', amount}))
    expect(isSamePrice(first ?? '', second ?? '')).toBe(true)
  })

  it.each([
    ['0.99 (USA)', '0.98 (USA)'],
    ['0.99 (USA)', '0.99 (DEU)'],
    ['0.99 (USA)', null],
    [null, null],
  ])('%s and %s are not the same', (one, other) => {
    expect(isSamePrice(one, other)).toBe(false)
  })
})

describe('The price point of an amount', () => {
  const points = ['10.0', '0.0', '0.99', '1.99'].map((amount) => ({id: amount, amount}))

  it('is the one whose number is the same', () => {
    expect(choosePoint(points, '10')).toEqual({point: {id: '10.0', amount: '10.0'}, nearest: null})
  })

  it.each([
    ['1.50', {lower: '0.99', higher: '1.99'}],
    ['9', {lower: '1.99', higher: '10.0'}],
    ['11', {lower: '10.0', higher: null}],
  ])('that Apple does not have, %s, has neighbours', (amount, nearest) => {
    expect(choosePoint(points, amount)).toEqual({point: null, nearest})
  })

  it('has no neighbours where there are no prices', () => {
    const nearest = {lower: null, higher: null}
    expect(choosePoint([], '1')).toEqual({point: null, nearest})
  })
})

describe('A price that somebody has set', () => {
  const price = {pointId: 'p', territory: 'USA', startDate: null, endDate: null}

  it.each([
    [null, null, true],
    ['2026-06-15', null, true],
    ['2026-06-16', null, false],
    [null, '2026-06-16', true],
    [null, '2026-06-15', false],
  ])('from %s until before %s is in force on 15 June: %s', (startDate, endDate, expected) => {
    expect(isInForce({...price, startDate, endDate}, '2026-06-15')).toBe(expected)
  })
})
