import {placeOf} from '../listing.ts'
import type {ActualListing, DesiredListing} from '../listing.ts'

/**
 * The files whose exact bytes the store already shows, COMPLETE, in the right set.
 *
 * @returns Paths relative to the workspace.
 */
export function filesInStore(desired: DesiredListing, actual: ActualListing): ReadonlySet<string> {
  const shown = new Set(
    actual.localizations.flatMap(({locale, sets}) =>
      sets.flatMap(({type, assets}) =>
        assets
          .filter(({delivery}) => delivery.state === 'complete')
          .map(({md5}) => `${placeOf(locale, type)} ${md5}`),
      ),
    ),
  )
  const paths = desired.sets.flatMap(({id, files}) =>
    files.filter(({content}) => shown.has(`${id} ${content.md5}`)).map(({path}) => path),
  )
  return new Set(paths)
}
