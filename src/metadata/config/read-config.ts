import type {Diagnostic} from '../../core/diagnostic.ts'
import {isRecord} from '../../core/json-values.ts'
import {warningAt} from '../../files/diagnostic-at.ts'
import {localeOf} from '../../files/locale-folder.ts'
import type {DocumentPath} from '../../files/positions.ts'
import type {TextFile} from '../../files/text-file.ts'
import {matchSchema, parseYaml} from '../../files/yaml-file.ts'
import {aboutSetting, aboutText} from '../declaration.ts'
import type {Declaration} from '../declaration.ts'
import {configSchema} from '../schema.ts'
import {SETTINGS} from '../settings.ts'
import type {Setting} from '../settings.ts'
import {FIELDS} from '../text-fields.ts'
import {resolveEnvironment} from './environment.ts'
import type {ResolveOptions} from './environment.ts'
import {isReference} from './reference.ts'

/** What the file declares. */
export interface ConfigSource {
  readonly declarations: readonly Declaration[]
  /** Apple's codes of the locales that it has. */
  readonly locales: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads what `app-store.yml` declares. What is wrong in it does not hide the rest. */
export function readConfig(
  file: TextFile,
  {env, addSecret}: Pick<ResolveOptions, 'env' | 'addSecret'>,
): ConfigSource {
  const {path} = file
  const parsed = parseYaml(file)
  if ('faults' in parsed) return nothing(parsed.faults)
  if (parsed.value === null) return nothing([declaresNothing(path)])
  const {document, isFromEnvironment, ...resolved} = resolveEnvironment(parsed, {
    path,
    env,
    addSecret,
  })
  const matched = matchSchema(path, document, configSchema)
  const diagnostics = [...resolved.diagnostics, ...('value' in matched ? [] : matched)]

  const declared = (about: About, key: DocumentPath): readonly Declaration[] => {
    const found = valueAt(document.value, key)
    const isReferring = isFromEnvironment(key)
    const value = isReferring && isReference(found) ? null : leaf(found)
    if (value === undefined) return []
    const isSecret = about.isSecret || isReferring
    if (isSecret && typeof value === 'string') addSecret(value)
    return [{...about, value, at: {path, line: document.positionOf(key).line}, isSecret}]
  }
  const settings = SETTINGS.flatMap((setting) =>
    declared(aboutSetting(setting), setting.key).map((each) => ({
      ...each,
      value: inAppleWords(each.value, setting),
    })),
  )
  const locales = Object.keys(recordAt(document.value, ['localizations'])).filter(
    (name) => localeOf(name) === name,
  )
  const texts = locales.flatMap((locale) =>
    FIELDS.flatMap((field) =>
      declared(aboutText(locale, field), ['localizations', locale, field.key]),
    ),
  )
  const declarations = [...settings, ...texts]
  const isEmpty = declarations.length === 0 && diagnostics.length === 0
  return {
    declarations,
    locales,
    diagnostics: isEmpty ? [declaresNothing(path)] : diagnostics,
  }
}

type About = Omit<Declaration, 'value' | 'at'>

function inAppleWords(value: Declaration['value'], {values}: Setting): Declaration['value'] {
  return typeof value === 'string' ? (values?.[value] ?? value) : value
}

function nothing(diagnostics: readonly Diagnostic[]): ConfigSource {
  return {declarations: [], locales: [], diagnostics}
}

/** A value as either source has it, without white space at the end. @returns undefined if it is none. */
function leaf(value: unknown): string | boolean | undefined {
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trimEnd() : undefined
}

/** @returns undefined if there is none. Of a list that is shorter, an empty text: it is declared to have no more. */
function valueAt(config: unknown, path: DocumentPath): unknown {
  const last = path.at(-1)
  if (typeof last !== 'number') return recordAt(config, path.slice(0, -1))[String(last)]
  const list = valueAt(config, path.slice(0, -1))
  if (!Array.isArray(list)) return undefined
  const items: readonly unknown[] = list
  return items[last] ?? ''
}

function recordAt(config: unknown, path: DocumentPath): Readonly<Record<string, unknown>> {
  const found = path.reduce<unknown>(
    (value, step) => (isRecord(value) ? value[String(step)] : undefined),
    config,
  )
  return isRecord(found) ? found : {}
}

function declaresNothing(path: string): Diagnostic {
  return warningAt(path, {
    code: 'nothing-declared',
    what: 'declares nothing, so nothing is changed',
    next: 'add what the App Store should show, or remove the file',
  })
}
