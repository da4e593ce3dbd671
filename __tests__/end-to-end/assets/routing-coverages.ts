import type {RecordSeed} from '../../../simulator/entities/planting.ts'
import type {Scenario} from '../../helpers/scenario.ts'

export const COVERAGE = {manage: 'routing-coverage'} as const
export const FILE = 'routing-coverage.geojson'

/** Exactly one MultiPolygon: a triangle with this edge. */
export function geojson(edge: number): string {
  const ring = [
    [0, 0],
    [edge, 0],
    [edge, edge],
    [0, 0],
  ]
  return JSON.stringify({type: 'MultiPolygon', coordinates: [[ring]]})
}

/** What the store has, with Apple's id of the version. */
export function coverages({simulator}: Pick<Scenario, 'simulator'>) {
  return simulator
    .records('routingAppCoverages')
    .map(({id, file, related}) => ({...file, id, version: related['appStoreVersion']}))
}

/** Puts a file into the store's first version. @returns its id. */
export function addCoverage(
  {simulator}: Pick<Scenario, 'simulator'>,
  file: Partial<NonNullable<RecordSeed['file']>>,
): string {
  return simulator.addRecord({
    type: 'routingAppCoverages',
    related: {appStoreVersion: simulator.versions()[0]?.id ?? ''},
    file: {fileName: FILE, ...file},
  })
}
