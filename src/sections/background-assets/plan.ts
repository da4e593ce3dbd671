import {IN_REVIEW_STATES} from '../../apple/review-states.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import {joinPlans} from '../../core/plan.ts'
import type {Plan, Settled} from '../../core/plan.ts'
import type {Policy, Reviewable} from '../../core/policy.ts'
import type {Reference, Step, Subject} from '../../core/step.ts'
import {noteAt} from '../../files/diagnostic-at.ts'
import type {FileUpload} from '../../places/detail.ts'
import type {Place, WantedFile} from '../../places/place.ts'
import {uploadFileStep} from '../../places/steps.ts'
import {hasContent} from '../../transfer/stored-file.ts'
import type {StoredFile} from '../../transfer/stored-file.ts'
import type {PackCreation, PackDetail, VersionCreation} from './detail.ts'
import {matchPack} from './match-pack.ts'
import type {PackMatch} from './match-pack.ts'
import {filesOf, SECTION, storedPackOf} from './packs.ts'
import type {PackVersion, StoredPack, StoredPacks, WantedPack, WantedPacks} from './packs.ts'

type Changed = Extract<PackMatch, {state: 'changed'}>

/** Plans a new version of every pack that changed. Apple deletes neither packs nor versions, so nothing is pruned. */
export function planPacks(
  {packs}: WantedPacks,
  have: StoredPacks,
  {waits}: Pick<Policy, 'waits'>,
): Plan {
  return joinPlans(packs.map((pack) => planPack(pack, storedPackOf(pack.id, have.packs), waits)))
}

function planPack(pack: WantedPack, stored: StoredPack | null, waits: boolean): Plan {
  const match = matchPack(pack, stored?.versions ?? [], waits)
  if (match.state === 'changed') {
    return {steps: work(pack, stored, match), settled: [], diagnostics: []}
  }
  const {state, version, isGuess} = match
  return {
    steps: [],
    settled: settledFiles(pack, state, version),
    diagnostics: state === 'unchanged' && isGuess ? [guessed(pack)] : [],
  }
}

/** App Store states of a version that App Review has not got yet, or has rejected. */
const NOT_SUBMITTED: readonly (string | null)[] = [
  null,
  'PREPARE_FOR_SUBMISSION',
  'READY_FOR_REVIEW',
  'REJECTED',
]

/**
 * The versions that the App Store is to get: of each pack the one that the folder has. One that Apple is still processing
 * is among them: without it, the App Store would get less than the folder has.
 */
export function packsForReview(
  {packs}: WantedPacks,
  have: StoredPacks,
  {waits}: Pick<Policy, 'waits'>,
): readonly Reviewable[] {
  const relationship = 'backgroundAssetVersion'
  return packs.flatMap((pack): readonly Reviewable[] => {
    const match = matchPack(pack, storedPackOf(pack.id, have.packs)?.versions ?? [], waits)
    if (match.state === 'changed') {
      return [{relationship, resource: versionReferenceOf(pack, match), isInReview: false}]
    }
    const {id, releaseState} = match.version
    const isInReview = IN_REVIEW_STATES.includes(releaseState ?? '')
    const isWanted = isInReview || NOT_SUBMITTED.includes(releaseState)
    return isWanted ? [{relationship, resource: {id}, isInReview}] : []
  })
}

/** The version that the files of a changed pack go to. */
function versionReferenceOf(pack: WantedPack, {resumed}: Changed): Reference {
  return resumed === null ? {step: versionStepId(pack)} : {id: resumed.id}
}

function guessed({archive}: WantedPack): Diagnostic {
  return noteAt(archive.path, {
    code: 'compared-by-size',
    what: 'is taken for unchanged by its name and size, because App Store Connect shows no checksum',
    next: '',
  })
}

function work(
  pack: WantedPack,
  stored: StoredPack | null,
  match: Changed,
): readonly Step<PackDetail>[] {
  const {resumed} = match
  const record = stored === null ? createPackStep(pack) : null
  const made =
    resumed === null
      ? createVersionStep(pack, stored === null ? {step: packStepId(pack)} : {id: stored.recordId})
      : null
  const version = versionReferenceOf(pack, match)
  const before = made === null ? [] : [made.id]
  const manifest = manifestStep(pack, version, match, before)
  return [
    ...(record === null ? [] : [record]),
    ...(made === null ? [] : [made]),
    ...(manifest === null ? [] : [manifest]),
    archiveStep(pack, version, match, manifest === null ? before : [...before, manifest.id]),
  ]
}

function createPackStep(pack: WantedPack): Step<PackCreation> {
  return {
    id: packStepId(pack),
    section: SECTION,
    action: 'create',
    needs: [],
    subject: subjectOf('asset pack', pack),
    before: null,
    after: null,
    reason: 'The app has no asset pack with this ID yet',
    cost: {writes: 1, bytes: 0},
    resource: null,
    detail: {kind: 'asset-pack', packId: pack.id},
  }
}

function createVersionStep(pack: WantedPack, record: Reference): Step<VersionCreation> {
  return {
    id: versionStepId(pack),
    section: SECTION,
    action: 'create',
    needs: 'step' in record ? [record.step] : [],
    subject: subjectOf('asset pack version', pack),
    before: null,
    after: null,
    reason: 'Every upload of an archive is a version of its own',
    cost: {writes: 1, bytes: 0},
    resource: null,
    detail: {kind: 'asset-pack-version', pack: record},
  }
}

/** @returns null if there is none to send. */
function manifestStep(
  {id, manifest}: WantedPack,
  version: Reference,
  {resumed, current}: Changed,
  needs: readonly string[],
): Step<FileUpload> | null {
  const there = resumed?.manifest ?? null
  if (manifest === null || (there !== null && hasContent(there))) return null
  const place = placeOf('asset pack manifest', 'assetPackManifest', manifest, version)
  return uploadStep(place, manifest, {
    replaced: current?.manifest ?? null,
    resumes: there?.id ?? null,
    needs,
    reason: `Apple checks it before the archive of ${id}`,
  })
}

function archiveStep(
  {archive}: WantedPack,
  version: Reference,
  match: Changed,
  needs: readonly string[],
): Step<FileUpload> {
  const place = placeOf('asset pack archive', 'assetPack', archive, version)
  return uploadStep(place, archive, {
    replaced: match.current?.archive ?? null,
    resumes: match.resumed?.archive?.id ?? null,
    needs,
    reason: reasonToSend(match),
  })
}

function reasonToSend({resumed, current, stranded: [stranded]}: Changed): string {
  if (resumed !== null) return `An interrupted run began version ${resumed.number}`
  if (stranded !== undefined) {
    return `Version ${stranded.number} awaits other files, so it stays unfinished: Apple deletes no versions`
  }
  return current === null
    ? 'Not in App Store Connect yet'
    : `Differs from version ${current.number}, the newest in App Store Connect`
}

function uploadStep(
  place: Place,
  file: WantedFile,
  {
    reason,
    ...options
  }: {
    readonly replaced: StoredFile | null
    readonly resumes: string | null
    readonly needs: readonly string[]
    readonly reason: string
  },
): Step<FileUpload> {
  return {...uploadFileStep(place, file, options), reason}
}

function placeOf(
  noun: string,
  family: Place['family'],
  file: WantedFile,
  parent: Reference,
): Place {
  return {
    name: SECTION,
    section: SECTION,
    noun,
    locale: null,
    family,
    holds: 'one',
    parent,
    files: [file],
    stored: [],
  }
}

function settledFiles(
  pack: WantedPack,
  state: Settled['state'],
  version: PackVersion,
): readonly Settled[] {
  return filesOf([pack]).map((file) => {
    const isArchive = file === pack.archive
    return {
      section: SECTION,
      state,
      subject: {
        noun: isArchive ? 'asset pack archive' : 'asset pack manifest',
        name: file.name,
        locale: null,
        place: SECTION,
        file: {path: file.path},
      },
      resourceId: (isArchive ? version.archive : version.manifest)?.id ?? null,
    }
  })
}

function subjectOf(noun: string, {id, archive}: WantedPack): Subject {
  return {noun, name: id, locale: null, place: SECTION, file: {path: archive.path}}
}

function packStepId({id}: WantedPack): string {
  return `create:${SECTION}/${id}`
}

function versionStepId({id}: WantedPack): string {
  return `create:${SECTION}/${id}/version`
}
