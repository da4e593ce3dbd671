import type {Run} from '../../core/run.ts'
import type {Gallery, Shelf} from '../../core/view.ts'
import {asProse} from '../escape.ts'
import {storeId} from '../facts/store-id.ts'
import type {Piece} from './fit.ts'
import {storePicture} from './thumbnail.ts'

/** Pictures of what the store shows now: one `<details>` for each locale, with a row for each place. */
export function gallery({shelves}: Gallery, run: Run): readonly Piece[] {
  const locales = Map.groupBy(shelves, ({locale}) => locale)
  const pieces = [...locales].flatMap(([locale, own]) => {
    const rows = own.map((shelf) => row(shelf, run)).filter((text) => text !== null)
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

function row({title, cards}: Shelf, {pictures, results}: Run): string | null {
  const shown = cards.flatMap(({name, after}) => {
    const image = pictures.get(storeId(after, results) ?? '')
    return image === undefined ? [] : [storePicture(image, name)]
  })
  if (shown.length === 0) return null
  return `<p><b>${asProse(title)}</b></p><p>${shown.join(' ')}</p>`
}
