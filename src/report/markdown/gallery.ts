import {deviceName} from '../../sections/media/facts/display-types.ts'
import {setId} from '../../sections/media/listing.ts'
import type {DesiredSet} from '../../sections/media/listing.ts'
import type {Extra} from '../../core/plan.ts'
import type {Run} from '../../core/run.ts'
import {assetIds} from '../facts/asset-ids.ts'
import {asProse} from '../escape.ts'
import type {Piece} from './fit.ts'
import {storePicture} from './thumbnail.ts'

/** Pictures of what the store shows now, one fold-out for each locale, each set as a row in its order. */
export function gallery(run: Run): readonly Piece[] {
  const ids = assetIds(run)
  const extras = Map.groupBy(run.plan?.extras ?? [], ({locale, type}) => setId(locale, type))
  const locales = Map.groupBy(run.listing.sets, ({locale}) => locale)
  const pieces = [...locales].flatMap(([locale, sets]) => {
    const rows = sets
      .map((set) => row(run, set, shownAssets(set, ids, extras.get(set.id) ?? [])))
      .filter((text) => text !== null)
    if (rows.length === 0) return []
    return [
      {
        detail: 4,
        text: `<details><summary>${asProse(locale)}</summary>\n${rows.join('\n')}\n</details>`,
      },
    ]
  })
  return pieces.length === 0
    ? []
    : [
        {detail: 4, text: `#### What version ${asProse(run.version?.versionString ?? '')} shows\n`},
        ...pieces,
      ]
}

interface Shown {
  readonly id: string
  readonly name: string
}

function row({images}: Run, set: DesiredSet, shown: readonly Shown[]): string | null {
  const pictures = shown.flatMap(({id, name}) => {
    const image = images.get(id)
    return image === undefined ? [] : [storePicture(image, name)]
  })
  if (pictures.length === 0) return null
  return `<p><b>${asProse(titleOf(set))}</b></p><p>${pictures.join(' ')}</p>`
}

/** What a set is for, in words: `iPhone 6.9"`, `iPhone 6.9" previews`. */
export function titleOf({type, medium}: DesiredSet): string {
  return medium === 'preview' ? `${deviceName(type)} previews` : deviceName(type)
}

/** The assets of a set in the order of the files, then what no file stands for. */
function shownAssets(
  set: DesiredSet,
  ids: ReadonlyMap<string, string>,
  extras: readonly Extra[],
): readonly Shown[] {
  const files = set.files.flatMap(({path, name}) => {
    const id = ids.get(path)
    return id === undefined ? [] : [{id, name}]
  })
  return [...files, ...extras.map(({assetId, fileName}) => ({id: assetId, name: fileName}))]
}
