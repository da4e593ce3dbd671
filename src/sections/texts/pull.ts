import {NOTHING_PULLED, setValues} from '../../core/pulled.ts'
import type {Pulled} from '../../core/pulled.ts'
import type {Target} from '../../core/target.ts'
import {textId} from '../../metadata/declaration.ts'
import {FIELDS} from '../../metadata/text-fields.ts'

/** Every text of the version and of the app info, in all locales. */
export async function pullTexts(target: Target): Promise<Pulled> {
  const [localizations, info] = await Promise.all([target.localizations(), target.appInfo()])
  const byOwner = {version: localizations, 'app info': info?.localizations ?? []}
  const values = FIELDS.flatMap((field) =>
    byOwner[field.owner].map(
      ({locale, attributes}) =>
        [textId(locale, field), attributes[field.attribute] ?? null] as const,
    ),
  )
  return {...NOTHING_PULLED, values: setValues(values)}
}
