import type {Files, ScenarioRun} from '../../helpers/scenario.ts'
import type {Simulator, SimulatorOptions} from '../../../simulator/simulator.ts'
import type {AppInfoSeed, LocalizationSeed} from '../../../simulator/store/seeds.ts'

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

/**
 * A store whose version 1.0.0 has these localizations; another one was released before it.
 *
 * @param info - The localizations of the app info that can be changed. Default: those of the version, with the app's name.
 */
export function storeWithTexts(
  localizations: readonly LocalizationSeed[],
  info: AppInfoSeed['localizations'] | null = null,
  options: SimulatorOptions = {},
): SimulatorOptions {
  const released = {versionString: '0.9.0', state: 'READY_FOR_DISTRIBUTION', localizations}
  const live = {state: 'READY_FOR_DISTRIBUTION'}
  return {
    ...options,
    apps: [
      {
        bundleId: 'com.example.app',
        versions: [released, {versionString: '1.0.0', localizations}],
        ...(info === null ? {} : {appInfos: [live, {localizations: info}]}),
      },
    ],
  }
}

/** The texts of the app info that can be changed, by locale, each by Apple's name; what is not set is left out. */
export function infoTexts({records}: Pick<Simulator, 'records'>): Readonly<Record<string, object>> {
  const open = records('appInfos').find(
    ({attributes}) => attributes['state'] !== 'READY_FOR_DISTRIBUTION',
  )
  const own = records('appInfoLocalizations').filter(({related}) => related['appInfo'] === open?.id)
  return Object.fromEntries(
    own.map(({attributes: {locale, ...texts}}) => [
      String(locale),
      Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== null)),
    ]),
  )
}

/** Method and attributes of each write. */
export function written({writes}: ScenarioRun): readonly (readonly [string, unknown])[] {
  return writes.map(({method, body}) => [method, attributesOf(body)])
}

function attributesOf(body: unknown): unknown {
  const data: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'data') : null
  return typeof data === 'object' && data !== null ? Reflect.get(data, 'attributes') : null
}
