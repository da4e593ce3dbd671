import {MAX_PACKS} from '../../apple/background-assets.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import {errorAt} from '../../files/diagnostic-at.ts'
import {storedPackOf} from './packs.ts'
import type {StoredPack, StoredPacks, WantedPacks} from './packs.ts'
import {tooManyPacks} from './folder/layout-diagnostics.ts'

/** Finds packs that App Store Connect would not take, or that nobody wants it to take. */
export function checkPacks({folder, packs}: WantedPacks, have: StoredPacks): readonly Diagnostic[] {
  const added = packs.filter(({id}) => storedPackOf(id, have.packs) === null)
  const number = have.packs.filter(({isArchived}) => !isArchived).length + added.length
  return [
    ...packs.flatMap(({id, archive}) => {
      const stored = storedPackOf(id, have.packs)
      if (stored?.isArchived === true) return [archived(archive.path, stored)]
      const twin = stored === null ? twinOf(id, have.packs) : null
      return twin === null ? [] : [differsInCase(archive.path, twin)]
    }),
    ...(added.length > 0 && number > MAX_PACKS ? [tooManyPacks(folder, number)] : []),
  ]
}

/** An active pack whose ID differs in nothing but case. */
function twinOf(id: string, packs: readonly StoredPack[]): StoredPack | null {
  const key = id.toLowerCase()
  return packs.find((pack) => !pack.isArchived && pack.id.toLowerCase() === key) ?? null
}

function archived(path: string, {id}: StoredPack): Diagnostic {
  return errorAt(path, {
    code: 'archived-asset-pack',
    what: `is for the asset pack ${id}, which is archived in App Store Connect`,
    next: 'unarchive it there, or remove the file',
  })
}

function differsInCase(path: string, {id}: StoredPack): Diagnostic {
  return errorAt(path, {
    code: 'equal-names',
    what: `has the same name as the asset pack ${id} in App Store Connect, apart from case`,
    next: `rename it to ${id}, because Apple deletes no asset packs`,
  })
}
