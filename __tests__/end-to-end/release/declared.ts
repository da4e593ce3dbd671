import type {ScenarioRun} from '../../helpers/scenario.ts'
import type {SimulatorOptions} from '../../../simulator/simulator.ts'
import type {AppSeed, VersionSeed} from '../../../simulator/store/seeds.ts'

/** What a step says to manage settings alone. */
export const METADATA = {manage: 'metadata'} as const

/** A checkout whose `app-store.yml` has these lines. */
export function config(...lines: readonly string[]): {readonly 'app-store.yml': string} {
  return {'app-store.yml': `${lines.join('\n')}\n`}
}

/** An app whose iOS version 1.0.0 is being prepared. */
export function storeOf(
  app: Partial<AppSeed> = {},
  version: Partial<VersionSeed> = {},
): SimulatorOptions {
  const versions = [{versionString: '1.0.0', ...version}]
  return {apps: [{bundleId: 'com.example.app', versions, ...app}]}
}

/** Method, path without ids, and what it carries, of each write. */
export function sent({writes}: ScenarioRun): readonly (readonly [string, string, unknown])[] {
  return writes.map(({method, path, body}) => {
    const data = member(body, 'data')
    const content = member(data, 'attributes') ?? member(data, 'relationships') ?? data ?? null
    return [method, path.replaceAll(/\/[0-9a-f-]{36}|\/\d{5,}/gu, '/:id'), content]
  })
}

/** What every run of texts and settings asks for: all of it but a declared build, and a declared price. */
export const UNCHANGED = [
  '/v1/appStoreVersions/:id/appStoreVersionLocalizations',
  '/v1/apps',
  '/v1/apps/:id/appInfos',
  '/v1/apps/:id/appPriceSchedule',
  '/v1/apps/:id/appStoreVersions',
  // Whether it is the first one.
  '/v1/apps/:id/appStoreVersions',
]

/** What a run asked for. */
export function reads({requests}: ScenarioRun): readonly string[] {
  return requests
    .filter(({method}) => method === 'GET')
    .map(({path}) => path.replaceAll(/\/[0-9a-f-]{36}|\/\d{5,}/gu, '/:id').replace(/\?.*/u, ''))
    .toSorted()
}

/** Every setting that a run plans: its name with what it is before and after. */
export function planned({plan}: ScenarioRun): Readonly<Record<string, readonly unknown[]>> {
  const steps = plan?.steps ?? []
  return Object.fromEntries(
    steps.map((step) => [step.subject.name, [shownIn(step, 'before'), shownIn(step, 'after')]]),
  )
}

/** The writes that a plan announces. */
export function costOf({plan}: ScenarioRun): number {
  return (plan?.steps ?? []).reduce((sum, {cost}) => sum + cost.writes, 0)
}

function shownIn(step: unknown, side: 'before' | 'after'): unknown {
  return member(member(step, side), 'text') ?? null
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
