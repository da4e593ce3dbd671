import * as z from 'zod'

import {IN_REVIEW_STATES} from '../../apple/review-states.ts'
import {EDITABLE_STATES} from '../../apple/version-states.ts'
import type {Client} from '../../connect/client.ts'
import {localizationDetailSchema} from '../../core/localization-step.ts'
import {requireStore} from '../../core/require-store.ts'
import {performAtOnce} from '../../core/section.ts'
import type {Section} from '../../core/section.ts'
import type {Step} from '../../core/step.ts'
import type {Version} from '../../core/vocabulary.ts'
import {createLocalization} from './localizations.ts'
import type {CreatableTarget} from './target.ts'
import type {WantedVersion} from './wanted-version.ts'

const versionDetailSchema = z.union([
  z
    .object({kind: z.literal('version'), platform: z.string(), versionString: z.string()})
    .readonly(),
  localizationDetailSchema,
])
/** What can be submitted, and what is submitted already. */
const SUBMITTABLE: readonly string[] = [...EDITABLE_STATES, ...IN_REVIEW_STATES]

type VersionDetail = z.output<typeof versionDetailSchema>

/** The version itself and its locales, created if the folder needs them and they do not exist. */
export function versionSection(
  wanted: WantedVersion,
  store: {readonly client: Client; readonly target: CreatableTarget} | null,
): Section<WantedVersion, Version, VersionDetail> {
  return {
    name: 'version',
    after: [],
    opens: true,
    scope: 'version',
    detail: versionDetailSchema,
    find: async () => ({wanted, locales: [], diagnostics: [], summary: null}),
    read: () => requireStore(store).target.version(),
    check: async () => [],
    plan: ({platform}, {id, versionString}) => ({
      steps: id === null ? [versionStep(platform, versionString)] : [],
      settled: [],
      diagnostics: [],
    }),
    requirements: (_wanted, {id, state}) => [
      {
        name: 'State of the version',
        ...(id === null || SUBMITTABLE.includes(state)
          ? {state: 'done', next: ''}
          : {state: 'missing', next: `It is ${state}, in which nothing can be submitted`}),
        file: null,
      },
    ],
    perform: () =>
      performAtOnce(async ({detail}) => {
        const {client, target} = requireStore(store)
        switch (detail.kind) {
          case 'version': {
            const version = await target.createVersion()
            return version.id
          }
          case 'localization': {
            const version = await target.version()
            if (version.id === null) throw new Error('The version does not exist yet.')
            return createLocalization(client, {...version, id: version.id}, detail.locale)
          }
        }
      }),
    facts: ({detail}) =>
      detail.kind === 'version' ? {platform: detail.platform, version: detail.versionString} : {},
    view: () => [],
    pictures: () => new Map(),
  }
}

function versionStep(platform: string, versionString: string): Step<VersionDetail> {
  return {
    id: `create-version:${versionString}`,
    section: 'version',
    action: 'create',
    needs: [],
    subject: {noun: 'version', name: versionString, locale: null, place: null, file: null},
    before: null,
    after: null,
    reason: 'The version does not exist yet',
    cost: {writes: 1, bytes: 0},
    resource: null,
    detail: {kind: 'version', platform, versionString},
  }
}
