import {setId} from '../listing.ts'
import type {ActualListing, DesiredListing} from '../listing.ts'

/**
 * The files whose very bytes the store shows, COMPLETE, in the set that they are for.
 *
 * @returns Paths relative to the workspace.
 */
export function shownFiles(desired: DesiredListing, actual: ActualListing): ReadonlySet<string> {
  const shown = new Set(
    actual.localizations.flatMap(({locale, sets}) =>
      sets.flatMap(({type, assets}) =>
        assets
          .filter(({delivery}) => delivery.state === 'complete')
          .map(({md5}) => `${setId(locale, type)} ${md5}`),
      ),
    ),
  )
  const paths = desired.sets.flatMap(({id, files}) =>
    files.filter(({content}) => shown.has(`${id} ${content.md5}`)).map(({path}) => path),
  )
  return new Set(paths)
}
