import type {LocaleWork, SetWork} from './clients/job.ts'
import type {FolderSet} from './folder.ts'
import {setKey} from './known-store.ts'
import type {KnownStore} from './known-store.ts'

/**
 * Finds the least that has to be done, as somebody would who knows folder and store.
 *
 * @returns only the locales and sets that differ. In a set, a file counts as there if an asset has its MD5.
 */
export function leastWork(folder: readonly FolderSet[], store: KnownStore): readonly LocaleWork[] {
  const differing = folder
    .map((set) => ({locale: set.locale, work: setWork(set, store)}))
    .filter(({work}) => work.deletions.length + work.files.length > 0 || work.order !== null)
  return [...Map.groupBy(differing, ({locale}) => locale)].map(([locale, sets]) => ({
    locale,
    id: store.localizations.get(locale) ?? null,
    sets: sets.map(({work}) => work),
  }))
}

function setWork({family, locale, type, files}: FolderSet, store: KnownStore): SetWork {
  const known = store.sets.get(setKey(family, locale, type))
  const assets = known?.assets ?? []
  const wanted = new Set(files.map(({md5}) => md5))
  const kept = assets.filter(({md5}) => md5 !== null && wanted.has(md5))
  const idOf = new Map(kept.map(({id, md5}) => [md5, id]))
  const fresh = files.filter(({md5}) => !idOf.has(md5))
  const order = files.map(({md5}) => idOf.get(md5) ?? null)
  // New assets come at the end.
  const becomes = [...kept.map(({id}) => id), ...fresh.map(() => null)]
  return {
    family,
    type,
    id: known?.id ?? null,
    deletions: assets.filter((asset) => !kept.includes(asset)).map(({id}) => id),
    files: fresh,
    order: order.every((id, index) => id === becomes[index]) ? null : order,
  }
}
