import {UPLOAD_RESOURCES} from '../../apple/upload-resources.ts'
import type {Client} from '../../connect/client.ts'
import {EMPTY_PLAN} from '../../core/plan.ts'
import {versionReference} from '../../core/policy.ts'
import {requireStore} from '../../core/require-store.ts'
import type {Section} from '../../core/section.ts'
import type {Reference} from '../../core/step.ts'
import {NOTHING_PULLED} from '../../core/pulled.ts'
import {withoutBytes} from '../../files/without-bytes.ts'
import {factsOfFile, fileDetailSchema} from '../../places/detail.ts'
import type {FileDetail} from '../../places/detail.ts'
import {performFiles} from '../../places/perform-files.ts'
import type {Place, WantedFile} from '../../places/place.ts'
import {planPlace} from '../../places/plan-place.ts'
import {cardsOfPlace, fileShelf} from '../../places/view-place.ts'
import type {FileAttributes} from '../../transfer/asset.ts'
import {
  CHECKSUM_MILLISECONDS,
  isWorthWaitingFor,
  readComparable,
  withResumable,
} from '../../transfer/comparable.ts'
import {readIfThere} from '../../transfer/requests.ts'
import type {FileSectionOptions} from '../../transfer/store.ts'
import {readStoredFile} from '../../transfer/stored-file.ts'
import type {StoredFile} from '../../transfer/stored-file.ts'
import {findCoverage} from './folder/find-coverage.ts'
import type {CoverageFile} from './folder/find-coverage.ts'

/** What the section needs besides the run's policy. */
export type CoverageOptions = CoverageFile & FileSectionOptions

/** What the store has. */
interface StoredCoverage {
  /** Apple's id of the version; null while it does not exist. */
  readonly versionId: string | null
  readonly stored: StoredFile | null
}

const SECTION = 'routing-coverage'
const RESOURCE = UPLOAD_RESOURCES.routingCoverage

/** The routing app coverage of a version: one GeoJSON file. */
export function routingCoverageSection(
  options: CoverageOptions,
): Section<WantedFile | null, StoredCoverage, FileDetail> {
  return {
    name: SECTION,
    after: [],
    opens: false,
    scope: 'version',
    detail: fileDetailSchema,
    find: (signal) => findCoverage(options, signal),
    async read(file) {
      const {target, client, signal, processing} = requireStore(options.store)
      const [version, part] = await Promise.all([
        target.version(),
        target.part('routingAppCoverage'),
      ])
      const files = file === null ? [] : [file]
      const longest = {processing: options.processingTimeout, checksum: CHECKSUM_MILLISECONDS}
      let first = part === null ? null : readStoredFile(RESOURCE, part)
      const read = async () => {
        const known = first
        first = null
        return known ?? (part === null ? null : await readCoverage(client, part.id))
      }
      const stored = await readComparable(
        read,
        (answer) => (answer !== null && isWorthWaitingFor(answer, files) ? [answer] : []),
        {longest, signal, processing},
      )
      const staysBehind = version.id === null && stored !== null && !isCopied(stored)
      return {
        versionId: version.id,
        stored:
          stored === null || staysBehind
            ? null
            : await withResumable(client, RESOURCE, stored, files),
      }
    },
    check: async () => [],
    plan: (file, {versionId, stored}, policy) =>
      file === null
        ? EMPTY_PLAN
        : planPlace(
            placeOf(file, stored, versionReference(versionId, policy)),
            policy,
            policy.openingSteps,
          ),
    perform({have, idOf}) {
      const store = requireStore(options.store)
      return performFiles({
        ...options,
        store,
        stored: have.stored === null ? [] : [have.stored],
        idOf,
        async readPlace(_place, versionId) {
          const {data} = await store.client.related<FileAttributes>(
            `/v1/appStoreVersions/${versionId}/routingAppCoverage`,
            {[`fields[${RESOURCE.type}]`]: RESOURCE.fields},
          )
          return data === null ? [] : [readStoredFile(RESOURCE, data)]
        },
      })
    },
    facts: factsOfFile,
    view(file, known) {
      if (file === null) return []
      const stored = known?.have.stored ?? null
      const shelf = fileShelf({
        section: SECTION,
        title: 'Routing app coverage',
        folder: file.path,
        cards: cardsOfPlace({name: SECTION, section: SECTION, files: [file]}, known?.plan ?? null),
        before:
          known === null ? null : stored === null ? [] : [{id: stored.id, name: stored.fileName}],
      })
      return [shelf]
    },
    async pull() {
      const part = await requireStore(options.store).target.part('routingAppCoverage')
      const names = part === null ? [] : [readStoredFile(RESOURCE, part).fileName]
      return {...NOTHING_PULLED, diagnostics: withoutBytes(options.path, names)}
    },
    pictures: () => new Map(),
  }
}

function placeOf(file: WantedFile, stored: StoredFile | null, version: Reference): Place {
  return {
    name: SECTION,
    section: SECTION,
    noun: 'routing app coverage',
    locale: null,
    family: 'routingCoverage',
    holds: 'one',
    parent: version,
    files: [file],
    stored: stored === null ? [] : [stored],
  }
}

/** Whether a new version starts with a copy of it: not of what never came to have content [inferred]. */
function isCopied({delivery}: StoredFile): boolean {
  return delivery.state !== 'open' && delivery.state !== 'failed'
}

/** @returns null if it is gone. */
async function readCoverage(client: Client, id: string): Promise<StoredFile | null> {
  const asset = await readIfThere(client, RESOURCE, id)
  return asset === null ? null : readStoredFile(RESOURCE, asset)
}
