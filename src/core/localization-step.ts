import * as z from 'zod'

import type {Step} from './step.ts'

export const localizationDetailSchema = z
  .object({kind: z.literal('localization'), locale: z.string()})
  .readonly()
export type LocalizationDetail = z.output<typeof localizationDetailSchema>

/**
 * The step that adds a locale to the version. Several sections may plan this same step; the section `version` carries
 * it out once. Steps that depend on it refer to it by {@link localizationStepId}.
 *
 * @param needs - Ids of the steps that must be done first.
 */
export function localizationStep(
  locale: string,
  needs: readonly string[],
): Step<LocalizationDetail> {
  return {
    id: localizationStepId(locale),
    section: 'version',
    action: 'create',
    needs,
    subject: {noun: 'locale', name: locale, locale, place: null, file: null},
    before: null,
    after: null,
    reason: 'The version does not have this locale yet',
    cost: {writes: 1, bytes: 0},
    resource: null,
    detail: {kind: 'localization', locale},
  }
}

export function localizationStepId(locale: string): string {
  return `create-localization:${locale}`
}
