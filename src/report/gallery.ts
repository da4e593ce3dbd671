import {deviceName} from '../apple/display-types.ts'
import {setId} from '../model/listing.ts'
import type {DesiredSet} from '../model/listing.ts'
import type {Run} from '../model/run.ts'
import {assetIds} from './asset-ids.ts'
import {asProse} from './escape.ts'
import type {Piece} from './fit.ts'
import {storePicture} from './thumbnail.ts'

/** Pictures of what the store shows now, one fold-out for each locale, each set as a row in its order. */
export function gallery(run: Run): readonly Piece[] {
  const locales = [...new Set(run.listing.sets.map((set) => set.locale))]
  const pieces = locales.flatMap((locale) => {
    const rows = run.listing.sets
      .filter((set) => set.locale === locale)
      .map((set) => row(run, set))
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

function row(run: Run, set: DesiredSet): string | null {
  const pictures = shownAssets(run, set).flatMap(({id, name}) => {
    const image = run.images.get(id)
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
function shownAssets(run: Run, set: DesiredSet): readonly {id: string; name: string}[] {
  const ids = assetIds(run)
  const files = set.files.flatMap(({path, name}) => {
    const id = ids.get(path)
    return id === undefined ? [] : [{id, name}]
  })
  const extras = (run.plan?.extras ?? [])
    .filter(({locale, type}) => setId(locale, type) === set.id)
    .map(({assetId, fileName}) => ({id: assetId, name: fileName}))
  return [...files, ...extras]
}
