import type {Files, ScenarioRun} from '../../helpers/scenario.ts'
import type {SimulatorOptions} from '../../../simulator/simulator.ts'
import type {LocalizationSeed} from '../../../simulator/store/seeds.ts'

/** What a step says to manage texts alone. */
export const METADATA = {manage: 'metadata'} as const

/** What a localization without texts has. */
export const UNSET = {
  description: null,
  keywords: null,
  marketingUrl: null,
  promotionalText: null,
  supportUrl: null,
  whatsNew: null,
}

/** Names and contents of a locale's text files; a line feed ends each, as editors have it. */
export function textFiles(locale: string, texts: Readonly<Record<string, string>>): Files {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [`metadata/${locale}/${name}.txt`, `${text}\n`]),
  )
}

/** A store whose version 1.0.0 has these localizations; another one was released before it. */
export function storeWithTexts(localizations: readonly LocalizationSeed[]): SimulatorOptions {
  const released = {versionString: '0.9.0', state: 'READY_FOR_DISTRIBUTION', localizations}
  return {
    apps: [
      {
        bundleId: 'com.example.app',
        versions: [released, {versionString: '1.0.0', localizations}],
      },
    ],
  }
}

/** Method and attributes of each write. */
export function written({writes}: ScenarioRun): readonly (readonly [string, unknown])[] {
  return writes.map(({method, body}) => [method, attributesOf(body)])
}

function attributesOf(body: unknown): unknown {
  const data: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'data') : null
  return typeof data === 'object' && data !== null ? Reflect.get(data, 'attributes') : null
}
