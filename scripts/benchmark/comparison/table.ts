import {table} from '../../markdown-table.ts'
import {MEGABYTE} from '../make-files.ts'
import type {Cell, ClientName, Sample} from './sample.ts'

/** API requests that Apple allows in a rolling hour (page "Identifying rate limits"; 3,500 is what its header says). */
export const HOURLY_LIMIT = 3500

export const TITLES: Readonly<Record<ClientName, string>> = {
  action: 'App Store Sync',
  sequential: 'Sequential client',
  bare: 'Lower bound',
}

/**
 * @param values - At least one.
 * @returns the middle one; between two of them, what is half-way.
 */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  if (low === undefined || high === undefined) throw new Error('There is no median of nothing.')
  return (low + high) / 2
}

/** @returns the median of a measure over the runs of a cell. */
export function medianOf({samples}: Cell, measure: keyof Sample): number {
  return median(samples.map((sample) => sample[measure]))
}

/** @returns the cell of the action with the same scenario and latency. @throws without one. */
export function actionBeside(cells: readonly Cell[], {scenario, latency}: Cell): Cell {
  const found = cells.find(
    (cell) => cell.client === 'action' && cell.scenario === scenario && cell.latency === latency,
  )
  if (found === undefined) throw new Error(`${scenario} was not measured with the action.`)
  return found
}

/** @returns whether Apple would refuse the run in the middle, for more requests than an hour has. */
export function exceedsHour(cell: Cell): boolean {
  return medianOf(cell, 'requests') > HOURLY_LIMIT
}

/** Every measure of every cell in Markdown, in the order of the cells; those of a scenario and latency stand together. */
export function measuresTable(cells: readonly Cell[]): string {
  const rows = cells.map((cell, index) => {
    const above = cells[index - 1]
    const isFirst = above?.scenario !== cell.scenario || above.latency !== cell.latency
    const requests = medianOf(cell, 'requests')
    return [
      isFirst ? `${cell.scenario}, ${cell.latency} ms` : '',
      TITLES[cell.client],
      `${seconds(medianOf(cell, 'milliseconds'))}${ratioTo(actionBeside(cells, cell), cell)}`,
      `${perFile(requests / cell.files)}${exceedsHour(cell) ? ' †' : ''}`,
      String(Math.round(medianOf(cell, 'connections'))),
      `${Math.round(medianOf(cell, 'peakMemory') / MEGABYTE)} MB`,
      `${medianOf(cell, 'cpu').toFixed(1)} s`,
    ]
  })
  const heads = ['Scenario', 'Client', 'Time', 'Requests per file', 'Connections', 'Memory', 'CPU']
  return table(heads, rows)
}

/** @returns seconds with three digits that count, such as `4.21 s`. */
export function seconds(milliseconds: number): string {
  return `${Number((milliseconds / 1000).toPrecision(3))} s`
}

/** @returns how many times as long a cell took, such as `13×`, with two digits that count. */
export function ratio(action: Cell, cell: Cell): string {
  const times = medianOf(cell, 'milliseconds') / medianOf(action, 'milliseconds')
  return `${Number(times.toPrecision(2))}×`
}

function ratioTo(action: Cell, cell: Cell): string {
  return action === cell ? '' : ` (**${ratio(action, cell)}**)`
}

function perFile(requests: number): string {
  return requests >= 10 ? String(Math.round(requests)) : requests.toFixed(2)
}
