import type {FaultMatch} from '../../../simulator/http/faults.ts'
import {LASTING_FAULTS, PASSING_FAULTS} from './faults.ts'
import type {Fault} from './faults.ts'

/** A request for files other than screenshots and previews. */
export interface AssetTarget {
  readonly name: string
  readonly match: FaultMatch
  /** What an error of the step has to name. */
  readonly names: RegExp
}

const reads = ['appClips', 'appStoreReviewAttachments', 'backgroundAssets', 'versions'].map(
  (name) => target('GET', `${name}$`, new RegExp(`${name}|API key`, 'u')),
)

/** The writes of each family: those of files name the file. */
const writes = [
  target('POST', 'appClipDefaultExperiences$', /appClipDefaultExperiences/u),
  target('PATCH', 'appClipDefaultExperiences/', /action/u),
  target('POST', 'appClipDefaultExperienceLocalizations$', /ja/u),
  target('PATCH', 'appClipDefaultExperienceLocalizations/', /subtitle/u),
  target('POST', 'appClipHeaderImages$', /header\.png/u),
  target('PATCH', 'appClipHeaderImages/', /header\.png/u),
  target('POST', 'appClipAdvancedExperienceImages$', /header\.png/u),
  target('PATCH', 'appClipAdvancedExperienceImages/', /header\.png/u),
  target('POST', 'appClipAdvancedExperiences$', /order/u),
  target('PATCH', 'appClipAdvancedExperiences/', /menu/u),
  target('POST', 'appStoreReviewAttachments$', /notes\.pdf|demo\.mp4/u),
  target('PATCH', 'appStoreReviewAttachments/', /notes\.pdf|demo\.mp4/u),
  target('DELETE', 'appStoreReviewAttachments/', /notes\.pdf|gone\.zip/u),
  target('DELETE', 'routingAppCoverages/', /routing-coverage\.geojson/u),
  target('POST', 'routingAppCoverages$', /routing-coverage\.geojson/u),
  target('PATCH', 'routingAppCoverages/', /routing-coverage\.geojson/u),
  target('POST', 'backgroundAssets$', /base/u),
  target('POST', 'backgroundAssetVersions$', /base|level-1/u),
  target('POST', 'backgroundAssetUploadFiles$', /base|level-1/u),
  target('PATCH', 'backgroundAssetUploadFiles/', /base|level-1/u),
]

function target(method: string, path: string, names: RegExp): AssetTarget {
  return {name: `${method} ${path}`, match: {method, path: new RegExp(`/${path}`, 'u')}, names}
}

/** Of every request, an answer that is lost or an error that passes, and one that does not. */
export const ASSET_FAULTS: readonly (readonly [AssetTarget, Fault])[] = [
  ...reads.flatMap((each) => [
    [each, named(PASSING_FAULTS, '503')] as const,
    [each, named(LASTING_FAULTS, '403')] as const,
  ]),
  ...writes.flatMap((each) => [
    [each, named(PASSING_FAULTS, 'reset after it was applied')] as const,
    [each, named(LASTING_FAULTS, '409')] as const,
  ]),
]

function named(faults: readonly Fault[], wanted: string): Fault {
  const fault = faults.find(({name}) => name === wanted)
  if (fault === undefined) throw new Error(`There is no fault ${wanted}.`)
  return fault
}
