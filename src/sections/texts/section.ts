import type {Client} from '../../connect/client.ts'
import {requireStore} from '../../core/require-store.ts'
import type {Section} from '../../core/section.ts'
import type {Localization, Target} from '../../core/target.ts'
import {textDetailSchema} from './detail.ts'
import type {TextDetail} from './detail.ts'
import {findTexts} from './folder/find-texts.ts'
import type {TextsFolder} from './folder/find-texts.ts'
import {performTexts} from './perform.ts'
import {planTexts, TEXTS} from './plan.ts'
import {viewTexts} from './view.ts'
import type {WantedTexts} from './wanted-texts.ts'

/**
 * The texts of a version in each locale: description, keywords, what's new and so on.
 *
 * @param store - Null if the run does not use App Store Connect.
 */
export function textsSection(
  options: TextsFolder,
  store: {readonly client: Client; readonly target: Target} | null,
): Section<WantedTexts, readonly Localization[], TextDetail> {
  return {
    name: TEXTS,
    after: [],
    opens: false,
    scope: 'locales',
    detail: textDetailSchema,
    find: (signal) => findTexts(options, signal),
    // The locales of the version come with their texts.
    read: () => requireStore(store).target.localizations(),
    check: async () => [],
    plan: planTexts,
    perform: (work) => performTexts(requireStore(store).client, work),
    facts: ({detail}) => ({text: detail.text}),
    view: (wanted, known) => viewTexts(wanted, known?.plan ?? null),
    pictures: () => new Map(),
  }
}
