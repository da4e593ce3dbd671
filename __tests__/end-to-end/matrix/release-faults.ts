import {faultNamed, target} from './named-faults.ts'
import type {NamedFault, NamedTarget} from './named-faults.ts'

const reads = [
  'appStoreVersionLocalizations',
  'appInfos',
  'appPriceSchedule',
  'appPricePoints',
  'builds',
  'reviewSubmissions',
  String.raw`reviewSubmissions/[^/]+/items`,
].map((name) => target('GET', `${name}$`, new RegExp(`${name}|API key`, 'u')))

/** An error of a text or setting names it. */
const filling = [
  target('POST', 'appStoreVersions$', /appStoreVersions/u),
  target('PATCH', 'appStoreVersions/[^/]+$', /copyright/u),
  target('POST', 'appStoreVersionPhasedReleases$', /phased release/u),
  target('POST', 'appStoreVersionLocalizations$', /ja/u),
  target('PATCH', 'appStoreVersionLocalizations/', /description/u),
  target('POST', 'appInfoLocalizations$', /ja/u),
  target('PATCH', 'appInfoLocalizations/', /subtitle/u),
  target('PATCH', 'apps/', /content rights/iu),
  target('PATCH', 'appInfos/', /category/iu),
  target('PATCH', 'ageRatingDeclarations/', /age rating|gambling/iu),
  target('POST', 'appPriceSchedules$', /price/iu),
  target('PATCH', 'builds/', /encryption/iu),
  target('PATCH', 'relationships/build$', /build/iu),
  target('POST', 'appStoreReviewDetails$', /contact/iu),
  target('POST', 'reviewSubmissions$', /review/iu),
]

/** Apple's refusal of these says why the version is not taken for review, and not with which status. */
const handing = [
  target('POST', 'reviewSubmissionItems$', /review/iu),
  target('PATCH', 'reviewSubmissions/', /review/iu),
]

/** Every kind of write of a release, in about this order. */
export const RELEASE_WRITES: readonly NamedTarget[] = [...filling, ...handing]

const PASSING = ['500', '503 though applied', '429', 'reset before']

/** Of every write an answer that is lost, an error that passes and one that does not; of every read one of the two. */
export const RELEASE_FAULTS: readonly NamedFault[] = [
  ...reads.map((each, index) => [each, faultNamed(index % 2 === 0 ? '503' : '403')] as const),
  ...RELEASE_WRITES.flatMap((each, index) => [
    [each, faultNamed('reset after it was applied')] as const,
    [each, faultNamed(PASSING[index % PASSING.length] ?? '')] as const,
  ]),
  ...filling.map((each) => [each, faultNamed('409')] as const),
  ...handing.map((each) => [each, faultNamed('403')] as const),
]
