import {faultNamed, target} from './named-faults.ts'
import type {NamedFault} from './named-faults.ts'

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

/** Of every request, an answer that is lost or an error that passes, and one that does not. */
export const ASSET_FAULTS: readonly NamedFault[] = [
  ...reads.flatMap((each) => [
    [each, faultNamed('503')] as const,
    [each, faultNamed('403')] as const,
  ]),
  ...writes.flatMap((each) => [
    [each, faultNamed('reset after it was applied')] as const,
    [each, faultNamed('409')] as const,
  ]),
]
