import {RELEASE_TYPES} from '../../apple/release.ts'
import {NOTHING_PULLED, setValues} from '../../core/pulled.ts'
import type {Pulled} from '../../core/pulled.ts'
import type {Target} from '../../core/target.ts'

/** How the version is released. A date without a scheduled release, and the other way round, cannot be declared. */
export async function pullRelease(target: Target): Promise<Pulled> {
  const [attributes, phased] = await Promise.all([
    target.versionAttributes(),
    target.part('appStoreVersionPhasedRelease'),
  ])
  const {copyright = null, releaseType = null, earliestReleaseDate = null} = attributes
  const isScheduled = releaseType === RELEASE_TYPES.scheduled
  const isWhole = isScheduled === (earliestReleaseDate !== null)
  const values = setValues([
    ['copyright', copyright],
    ['releaseType', isWhole || !isScheduled ? releaseType : null],
    ['earliestReleaseDate', isScheduled ? earliestReleaseDate : null],
    ['phasedRelease', phased === null ? null : true],
  ])
  return {...NOTHING_PULLED, values}
}
