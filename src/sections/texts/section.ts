import {requireStore} from '../../core/require-store.ts'
import type {Section} from '../../core/section.ts'
import {HIDDEN} from '../../metadata/metadata.ts'
import type {FoundMetadata} from '../../metadata/find-metadata.ts'
import {textDetailSchema} from './detail.ts'
import type {TextDetail} from './detail.ts'
import {hidesName, readTexts, secretTexts} from './have-texts.ts'
import type {HaveTexts, TextsStore} from './have-texts.ts'
import {performTexts} from './perform.ts'
import {planTexts} from './plan.ts'
import {pullTexts} from './pull.ts'
import {requirementsOfTexts} from './requirements.ts'
import {TEXTS} from './text-steps.ts'
import {viewTexts} from './view.ts'
import {wantedTexts} from './wanted-texts.ts'
import type {WantedTexts} from './wanted-texts.ts'

export interface TextsOptions {
  /** Reads what the repository declares. This section is the one that tells what is wrong with it. */
  readonly findMetadata: (signal: AbortSignal) => Promise<FoundMetadata>
  /** Called with every value of the store that no output may have. */
  readonly addSecret: (value: string) => void
  /** Null if the run does not use App Store Connect. */
  readonly store: TextsStore | null
}

/** The texts of a version and of its app in each locale: name, description, keywords, what's new and so on. */
export function textsSection({
  findMetadata,
  addSecret,
  store,
}: TextsOptions): Section<WantedTexts, HaveTexts, TextDetail> {
  return {
    name: TEXTS,
    after: [],
    opens: false,
    scope: 'locales',
    detail: textDetailSchema,
    async find(signal) {
      const {metadata, ...found} = await findMetadata(signal)
      const wanted = wantedTexts(metadata)
      // The log begins with the name of the app.
      if (store !== null && hidesName(wanted)) {
        const app = await store.target.app().catch(() => null)
        if (app !== null) addSecret(app.name)
      }
      return {...found, wanted}
    },
    async read(wanted) {
      const have = await readTexts(requireStore(store).target, wanted)
      secretTexts(wanted, have).forEach(addSecret)
      return have
    },
    check: async () => [],
    plan: planTexts,
    requirements: (wanted, have, plan) => requirementsOfTexts({wanted, have, plan}),
    perform: (work) => performTexts(requireStore(store), work),
    facts: ({detail}) =>
      detail.kind === 'text' ? {text: detail.text ?? HIDDEN} : {name: detail.name},
    view: (wanted, known) => viewTexts(wanted, known?.plan ?? null),
    pull: () => pullTexts(requireStore(store).target),
    pictures: () => new Map(),
  }
}
