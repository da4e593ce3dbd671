import type {ResourceType} from '../store/records.ts'
import type {Route} from './routes.ts'

/** A path that leads to one record at most. */
export function part(path: string, type: ResourceType, include?: readonly string[]): Route {
  return {
    name: 'part-of',
    method: 'GET',
    path,
    type,
    ...(include === undefined ? {} : {include}),
  }
}

/** A path that leads to any number of records. */
export function list(
  path: string,
  type: ResourceType,
  options: Pick<Route, 'filters' | 'include' | 'sort' | 'required'> = {},
): Route {
  return {name: 'records', method: 'GET', path, type, list: true, ...options}
}

/** The operations on the records of a type. */
export function recordRoutes(
  type: ResourceType,
  schema: string,
  {
    include,
    isFixed = false,
    isDeletable = false,
    isMade = true,
    isRead = true,
  }: {
    readonly include?: readonly string[]
    /** Has no PATCH that anything here needs. */
    readonly isFixed?: boolean
    readonly isDeletable?: boolean
    /** Has a POST. */
    readonly isMade?: boolean
    /** Has a GET by its id. */
    readonly isRead?: boolean
  },
): readonly Route[] {
  const one = `/v1/${type}/{id}`
  return [
    ...(isMade
      ? [
          {
            name: 'create-record',
            method: 'POST',
            path: `/v1/${type}`,
            type,
            body: `${schema}CreateRequest`,
          } as const,
        ]
      : []),
    ...(isRead
      ? [
          {
            name: 'record',
            method: 'GET',
            path: one,
            type,
            ...(include === undefined ? {} : {include}),
          } as const,
        ]
      : []),
    ...(isFixed
      ? []
      : [
          {
            name: 'update-record',
            method: 'PATCH',
            path: one,
            type,
            body: `${schema}UpdateRequest`,
          } as const,
        ]),
    ...(isDeletable ? [{name: 'delete-record', method: 'DELETE', path: one, type} as const] : []),
  ]
}
