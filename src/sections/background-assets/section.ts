import {EMPTY_PLAN} from '../../core/plan.ts'
import {requireStore} from '../../core/require-store.ts'
import type {Section} from '../../core/section.ts'
import type {FileSectionOptions} from '../../transfer/store.ts'
import {NOTHING_PULLED} from '../../core/pulled.ts'
import {withoutBytes} from '../../files/without-bytes.ts'
import {checkPacks} from './check.ts'
import {factsOfPack, packDetailSchema} from './detail.ts'
import type {PackDetail} from './detail.ts'
import {findPacks} from './folder/find-packs.ts'
import type {PacksFolder} from './folder/find-packs.ts'
import {SECTION} from './packs.ts'
import type {PackVersion, StoredPacks, WantedPacks} from './packs.ts'
import {performPacks} from './perform.ts'
import {packsForReview, planPacks} from './plan.ts'
import {readStoredPacks} from './read-packs.ts'
import {readPacks} from './requests.ts'
import {viewPacks} from './view.ts'

/** What the section needs besides the run's policy. */
export type BackgroundAssetsOptions = PacksFolder & FileSectionOptions

/** Apple-hosted background assets: archives of the app, whatever its versions. */
export function backgroundAssetsSection(
  options: BackgroundAssetsOptions,
): Section<WantedPacks | null, StoredPacks, PackDetail> {
  const sent = new Map<string, PackVersion>()
  return {
    name: SECTION,
    after: [],
    opens: false,
    scope: 'app',
    detail: packDetailSchema,
    find: (signal) => findPacks(options, signal),
    async read(wanted) {
      const {target, client, signal, processing} = requireStore(options.store)
      const {id: appId} = await target.app()
      const longest = {processing: options.processingTimeout, checksum: 0}
      const packs = wanted?.packs ?? []
      return readStoredPacks(client, appId, packs, {longest, signal, processing})
    },
    check: async (wanted, have) =>
      wanted === null || have === null ? [] : checkPacks(wanted, have),
    plan: (wanted, have, policy) =>
      wanted === null ? EMPTY_PLAN : planPacks(wanted, have, policy),
    forReview: (wanted, have, policy) =>
      wanted === null ? [] : packsForReview(wanted, have, policy),
    perform: (work) =>
      performPacks(
        {
          ...options,
          store: requireStore(options.store),
          seen: (id, version) => void sent.set(id, version),
        },
        work,
      ),
    facts: factsOfPack,
    view: (wanted, known) =>
      wanted === null ? [] : [viewPacks(wanted, known === null ? null : {...known, sent})],
    async pull() {
      const {target, client} = requireStore(options.store)
      const {id: appId} = await target.app()
      const packs = await readPacks(client, appId)
      const names = packs.flatMap(({id, isArchived}) => (isArchived ? [] : id))
      return {...NOTHING_PULLED, diagnostics: withoutBytes(options.path, names)}
    },
    pictures: () => new Map(),
  }
}
