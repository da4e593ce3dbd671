import path from 'node:path'

import {LOCALES} from '../../apple/locales.ts'
import {isError, pathOf} from '../../core/diagnostic.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import type {FoundFiles} from '../../core/pull.ts'
import type {PulledFile, PulledValues} from '../../core/pulled.ts'
import {errorAt} from '../../files/diagnostic-at.ts'
import {exists} from '../../files/discover/inspect-path.ts'
import type {DocumentPath} from '../../files/positions.ts'
import {storedText} from '../../files/stored-text.ts'
import {checkDeclaration} from '../check/check-declaration.ts'
import {isReference} from '../config/reference.ts'
import {aboutSetting, aboutText, textId} from '../declaration.ts'
import type {Declaration} from '../declaration.ts'
import {findMetadata} from '../find-metadata.ts'
import type {MetadataOptions} from '../find-metadata.ts'
import {DEFAULT_FOLDER} from '../folder/known-names.ts'
import {configSchema} from '../schema.ts'
import {SETTINGS} from '../settings.ts'
import {FIELDS} from '../text-fields.ts'
import {configOf, renderConfig} from './render-config.ts'
import type {ConfigValue} from './render-config.ts'

/** Something of the store that can be declared, and where. */
interface PulledValue {
  readonly about: Pick<Declaration, 'id' | 'words' | 'rules' | 'isSecret'>
  /** Apple's value, a text without white space at the end. */
  readonly value: string | boolean
  /** Apple's code, or null. */
  readonly locale: string | null
  /** Its file relative to fastlane's folder; null if it belongs into `app-store.yml`. */
  readonly file: string | null
  /** Where it stands in `app-store.yml`, and how. */
  readonly config: ConfigValue
}

/**
 * The files that declare texts and settings as the store has them: texts as fastlane has them, everything else in
 * `app-store.yml`. What the repository already declares so, wherever that is, is left out; what it declares otherwise
 * is an error.
 *
 * @param values - Of the wanted locales, and others.
 */
export async function filesOfValues(
  values: PulledValues,
  options: Omit<MetadataOptions, 'env'>,
  signal: AbortSignal,
): Promise<FoundFiles> {
  const {workspace, folder, config, locales, addSecret} = options
  // References to the environment are declared, whatever they stand for.
  const found = await findMetadata({...options, locales: [], env: null}, signal)
  const known = knownValues(values)
  for (const {about, value} of known) {
    const isSecret = found.declarations.get(about.id)?.isSecret === true
    if (isSecret && typeof value === 'string') addSecret(value)
  }
  const all = known.filter(
    ({locale}) => locale === null || locales.length === 0 || locales.includes(locale),
  )
  const {taken, left} = takenValues(all, (id) => found.declarations.has(id))
  const defaults = path.posix.join(folder.path, DEFAULT_FOLDER).toLowerCase()
  const isDefault = ({at}: Declaration) => at.path.toLowerCase().startsWith(`${defaults}/`)
  const compared = taken.map((each) => {
    const there = found.declarations.get(each.about.id)
    if (there === undefined) return {...each, state: 'new' as const, there: null}
    if (there.value === null || isSame(each, there.value)) {
      return {...each, state: 'same' as const, there}
    }
    const state = isDefault(there) ? ('new' as const) : ('different' as const)
    return {...each, state, there}
  })
  const added = compared.filter(({state}) => state === 'new')
  const settings = added.filter(({file}) => file === null)
  const isInTheWay = settings.length > 0 && (await exists(path.join(workspace, config.path)))
  return {
    files: [
      ...added.flatMap((each) => textFile(each, folder.path)),
      ...(settings.length === 0 || isInTheWay ? [] : [configFile(settings, config.path)]),
    ],
    unchanged: compared.filter(({state}) => state === 'same').length,
    diagnostics: [
      ...unknownLocales(values, known),
      ...left,
      ...compared.flatMap(({state, there, about}) =>
        state === 'different' && there !== null ? [declaredOtherwise(there, about.words)] : [],
      ),
      ...(isInTheWay ? whyInTheWay(config.path, settings, found.diagnostics) : []),
    ],
  }
}

/** In the order in which people read them. */
function knownValues(values: PulledValues): readonly PulledValue[] {
  const settings = SETTINGS.flatMap((setting): readonly PulledValue[] => {
    const value = values.get(setting.id)
    if (value === undefined) return []
    const words = Object.entries(setting.values ?? {}).find(([, apples]) => apples === value)
    const config = {key: setting.key, value: words?.[0] ?? plain(value)}
    return [{about: aboutSetting(setting), value: plain(value), locale: null, file: null, config}]
  })
  const texts = LOCALES.flatMap((locale) =>
    FIELDS.flatMap((field): readonly PulledValue[] => {
      const value = values.get(textId(locale, field))
      if (value === undefined) return []
      const key: DocumentPath = ['localizations', locale, field.key]
      const config = {key, value: plain(value)}
      const file = field.file === null ? null : `${locale}/${field.file}`
      return [{about: aboutText(locale, field), value: plain(value), locale, file, config}]
    }),
  )
  return [...settings, ...texts]
}

/** Of what only a later version of the action could declare. */
function unknownLocales(
  values: PulledValues,
  known: readonly PulledValue[],
): readonly Diagnostic[] {
  const ids = new Set(known.map(({about}) => about.id))
  const unknown = [...values.keys()].filter((id) => !ids.has(id))
  const locales = new Set(unknown.map((id) => id.slice(0, id.lastIndexOf('/'))))
  return [...locales].map((locale) => ({
    severity: 'warning',
    code: 'not-pulled',
    what: `The texts in ${locale} are left out, because this version of the action does not know the locale.`,
    next: 'Use a newer version of the action.',
    about: null,
  }))
}

function plain(value: string | boolean): string | boolean {
  return typeof value === 'string' ? (storedText(value) ?? '') : value
}

/**
 * Leaves out what the repository could not declare, because the next run would refuse it.
 *
 * @param isDeclared - Whether the repository declares something already, by id.
 */
function takenValues(
  all: readonly PulledValue[],
  isDeclared: (id: string) => boolean,
): {
  readonly taken: readonly PulledValue[]
  readonly left: readonly Diagnostic[]
} {
  const inConfig = all.filter(({file}) => file === null)
  const {error} = configSchema.safeParse(configOf(inConfig.map(({config}) => config)))
  const wrongKeys = (error?.issues ?? []).map(({path: key}) => key)
  const isRight = ({about, value, file, config}: PulledValue) => {
    const isWrong = wrongKeys.some((wrong) =>
      wrong.every((step, index) => step === config.key[index]),
    )
    if (file === null && (isReference(value) || isWrong)) return false
    return !checkDeclaration({...about, value, at: {path: ''}}).some(isError)
  }
  // A list declares that there is no more than it has.
  const isListed = ({config: {key}}: PulledValue) =>
    typeof key.at(-1) !== 'number' ||
    inConfig
      .filter(({config}) => config.key.slice(0, -1).join('.') === key.slice(0, -1).join('.'))
      .every(
        (item, index) =>
          item.config.key.at(-1) === index && isRight(item) && !isDeclared(item.about.id),
      )
  const taken = all.filter((each) => isRight(each) && (isDeclared(each.about.id) || isListed(each)))
  const left = all.filter((each) => !taken.includes(each)).map(({about}) => notDeclarable(about))
  return {taken, left}
}

/** Whether two values are the same for Apple, however they are written. */
function isSame({about: {id}, value}: PulledValue, there: string | boolean): boolean {
  if (value === there) return true
  if (typeof value !== 'string' || typeof there !== 'string') return false
  if (id === 'customerPrice') return Number(value) === Number(there)
  if (id === 'earliestReleaseDate') return Date.parse(value) === Date.parse(there)
  return value === (storedText(there) ?? '')
}

function textFile({file, value, locale}: PulledValue, folder: string): readonly PulledFile[] {
  if (file === null) return []
  const content = {text: `${String(value)}\n`}
  return [{path: path.posix.join(folder, file), noun: 'text', locale, content}]
}

function configFile(settings: readonly PulledValue[], place: string): PulledFile {
  const text = renderConfig(settings.map(({config}) => config))
  return {path: place, noun: 'settings file', locale: null, content: {text}}
}

function declaredOtherwise({at: {path: place, line}}: Declaration, words: string): Diagnostic {
  return errorAt(place, {
    ...(line === undefined ? {} : {line}),
    code: 'would-overwrite',
    what: `does not have the ${words} as App Store Connect has it, and a pull overwrites no file`,
    next: 'remove it to take what App Store Connect has, or let `root` name another folder',
  })
}

/** A file that cannot be read may well have all of the settings. @param found - All that is wrong in the repository. */
function whyInTheWay(
  place: string,
  settings: readonly PulledValue[],
  found: readonly Diagnostic[],
): readonly Diagnostic[] {
  const errors = found.filter((each) => isError(each) && pathOf(each) === place)
  return errors.length > 0 ? errors : [lacksSettings(place, settings)]
}

function lacksSettings(place: string, settings: readonly PulledValue[]): Diagnostic {
  const names = settings.map(({about}) => about.words)
  return errorAt(place, {
    code: 'would-overwrite',
    what: `lacks what App Store Connect has, and a pull overwrites no file: ${new Intl.ListFormat('en-GB').format(names)}`,
    next: 'add it by hand, rename the file to get a new one, or let `root` name another folder',
  })
}

function notDeclarable({words}: PulledValue['about']): Diagnostic {
  return {
    severity: 'warning',
    code: 'not-pulled',
    what: `The ${words} in App Store Connect is left out, because a folder could not declare it so.`,
    next: 'Correct it in App Store Connect, or declare it by hand.',
    about: null,
  }
}
