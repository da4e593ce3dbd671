import type {Many, One} from './clients/answers.ts'
import {FAMILIES} from './clients/bodies.ts'
import type {FamilyName} from './clients/bodies.ts'
import type {Job} from './clients/job.ts'

/** The ids of what a store has. */
export interface KnownStore {
  readonly versionId: string
  /** By locale. */
  readonly localizations: ReadonlyMap<string, string>
  /** By family, locale and type, as {@link setKey} writes them. */
  readonly sets: ReadonlyMap<string, KnownSet>
}

export interface KnownSet {
  readonly id: string
  /** In the store's order. */
  readonly assets: readonly {readonly id: string; readonly md5: string | null}[]
}

/** @returns the key of a set in {@link KnownStore.sets}. */
export function setKey(family: FamilyName, locale: string, type: string): string {
  return `${family}/${locale}/${type}`
}

/** Reads the ids before the clock starts: the lower bound knows them. */
export async function readKnownStore(
  job: Job,
  families: readonly FamilyName[],
): Promise<KnownStore> {
  const apps = await get<Many>(job, '/v1/apps')
  const versions = await get<Many>(job, `/v1/apps/${apps.data[0]?.id}/appStoreVersions`)
  const versionId = versions.data[0]?.id ?? ''
  const localizations = await get<Many>(
    job,
    `/v1/appStoreVersions/${versionId}/appStoreVersionLocalizations?limit=200`,
  )
  const sets = localizations.data.flatMap(({id, attributes: {locale = ''}}) =>
    families.map((family) => readSets(job, family, {id, locale})),
  )
  return {
    versionId,
    localizations: new Map(
      localizations.data.map(({id, attributes: {locale = ''}}) => [locale, id]),
    ),
    sets: new Map((await Promise.all(sets)).flat()),
  }
}

async function readSets(
  job: Job,
  name: FamilyName,
  {id, locale}: {readonly id: string; readonly locale: string},
): Promise<readonly (readonly [string, KnownSet])[]> {
  const family = FAMILIES[name]
  const answer = await get<Many>(
    job,
    `/v1/appStoreVersionLocalizations/${id}/${family.sets}?limit=50&include=${family.assets}`,
  )
  const byId = new Map((answer.included ?? []).map((asset) => [asset.id, asset.attributes]))
  return answer.data.map((set) => {
    const linked = set.relationships?.[family.assets]?.data ?? []
    const assets = linked.map((each) => ({
      id: each.id,
      md5: byId.get(each.id)?.sourceFileChecksum ?? null,
    }))
    return [setKey(name, locale, set.attributes[family.type] ?? ''), {id: set.id, assets}]
  })
}

async function get<Answer extends Many | One>(job: Job, address: string): Promise<Answer> {
  const response = await fetch(`${job.apiUrl}${address}`, {
    headers: {Authorization: `Bearer ${job.token}`},
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${address}: ${response.status} ${text}`)
  const answer: Answer = JSON.parse(text)
  return answer
}
