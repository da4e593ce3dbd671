import type {ScenarioRun} from '../../helpers/scenario.ts'

/** What the requests of a run changed, in their order. */
export function kindsOf({writes}: Pick<ScenarioRun, 'writes'>): readonly string[] {
  return writes.map(({routeClass}) => routeClass)
}
