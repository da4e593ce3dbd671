import type {ActualAsset, DesiredFile, DesiredSet, Poster} from '../listing.ts'
import type {
  AssetReference,
  CreateLocalizationStep,
  CreateSetStep,
  CreateVersionStep,
  DeleteStep,
  PosterStep,
  ReorderStep,
  UploadStep,
} from '../../../core/plan.ts'

/** Ids of steps that have to be done first. */
export type Needs = readonly string[]

export function createVersion(platform: string, versionString: string): CreateVersionStep {
  return {
    id: `create-version:${versionString}`,
    section: 'version',
    kind: 'create-version',
    needs: [],
    cost: 1,
    locale: null,
    type: null,
    fileName: null,
    reason: 'The version does not exist',
    platform,
    versionString,
  }
}

export function createLocalization(locale: string, needs: Needs): CreateLocalizationStep {
  return {
    id: `create-localization:${locale}`,
    section: 'media',
    kind: 'create-localization',
    needs,
    cost: 1,
    locale,
    type: null,
    fileName: null,
    reason: 'The version does not have the locale',
  }
}

export function createSet(set: DesiredSet, needs: Needs): CreateSetStep {
  return {
    ...inSet(set),
    id: `create-set:${set.id}`,
    kind: 'create-set',
    needs,
    fileName: null,
    reason: 'The locale does not have the set',
  }
}

const REASON_TO_DELETE: Record<DeleteStep['cause'], string> = {
  dead: 'A record without content, left by an upload that did not end well',
  room: 'The set is full, so it goes before the new files come',
  superseded: 'A file of the same name takes its place',
  pruned: 'No file stands for it',
}

export function deletion(
  set: DesiredSet,
  asset: ActualAsset,
  cause: DeleteStep['cause'],
  needs: Needs,
): DeleteStep {
  return {
    ...inSet(set),
    id: `delete:${set.id}/${asset.id}`,
    kind: 'delete',
    needs,
    fileName: asset.fileName,
    reason: REASON_TO_DELETE[cause],
    assetId: asset.id,
    md5: asset.md5,
    cause,
  }
}

export function upload(
  set: DesiredSet,
  file: DesiredFile,
  {replaced, resumes, needs}: {replaced: ActualAsset | null; resumes: string | null; needs: Needs},
): UploadStep {
  return {
    ...inSet(set),
    id: uploadId(set, file),
    kind: 'upload',
    needs,
    cost: resumes === null ? 2 : 1,
    fileName: file.name,
    reason: reasonToUpload(replaced, resumes),
    path: file.path,
    content: file.content,
    mimeType: file.mimeType,
    replaces: replaced !== null,
    resumes,
  }
}

function reasonToUpload(replaced: ActualAsset | null, resumes: string | null): string {
  if (resumes !== null) return 'An interrupted run reserved it; its reservation is filled'
  if (replaced === null) return 'The store does not have it'
  return replaced.md5 === null
    ? 'App Store Connect shows no checksum of what it has under this name'
    : 'The store has other bytes under this name'
}

export function setPoster(
  set: DesiredSet,
  file: DesiredFile,
  poster: Poster,
  asset: AssetReference,
): PosterStep {
  return {
    ...inSet(set),
    id: `set-poster:${set.id}/${file.name}`,
    kind: 'set-poster',
    needs: 'uploadStep' in asset ? [asset.uploadStep] : [],
    fileName: file.name,
    reason:
      'uploadStep' in asset
        ? 'The folder names a frame for the new video'
        : 'The store shows another frame',
    path: file.path,
    timeCode: poster.timeCode,
    asset,
  }
}

export function reorder(
  set: DesiredSet,
  order: readonly AssetReference[],
  needs: Needs,
): ReorderStep {
  return {
    ...inSet(set),
    id: `reorder:${set.id}`,
    kind: 'reorder',
    needs,
    fileName: null,
    reason: 'The order differs',
    order,
  }
}

/** The id of the step that uploads a file, for the steps that come after it. */
export function uploadId(set: DesiredSet, file: DesiredFile): string {
  return `upload:${set.id}/${file.name}`
}

function inSet(set: DesiredSet) {
  return {
    section: 'media',
    cost: 1,
    set: set.id,
    medium: set.medium,
    locale: set.locale,
    type: set.type,
  } as const
}
