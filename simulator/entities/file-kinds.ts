import {judgeImage} from '../media/image-judge.ts'
import {largestFile} from '../media/specifications.ts'
import type {EntityType, ResourceType, Upload} from '../store/records.ts'
import {rejected} from '../media/verdict.ts'
import type {Verdict} from '../media/verdict.ts'

/** How App Store Connect takes one kind of file that is no screenshot or preview. */
export interface FileKind {
  /** How Apple's schemas of its requests begin. */
  readonly schema: string
  /** The relationship to what a file belongs to. */
  readonly parent: {readonly relationship: string; readonly type: ResourceType} | null
  /** How many a parent takes at once. For the version of a background asset: of each type. */
  readonly most: number
  /** Null for any. */
  readonly extensions: readonly string[] | null
  /** In bytes. */
  readonly largest: number
  readonly isDeletable: boolean
  readonly judge: (upload: Upload) => Promise<Verdict>
}

const ACCEPTED: Verdict = {state: 'COMPLETE', width: 0, height: 0, duration: null}

/** Apple's help on App Clip cards: 1800 x 1200, no transparency. Whether opaque alpha is refused is not said: it is. */
const judgeCard = async ({vessel}: Upload): Promise<Verdict> =>
  judgeImage(vessel, {images: ['1800x1200'], alpha: false}, 'refuse')

const CARD = {
  most: 1,
  extensions: ['.png', '.jpg', '.jpeg'],
  largest: largestFile,
  judge: judgeCard,
} as const

export const fileKinds: Readonly<Partial<Record<EntityType, FileKind>>> = {
  appClipHeaderImages: {
    ...CARD,
    schema: 'AppClipHeaderImage',
    parent: {
      relationship: 'appClipDefaultExperienceLocalization',
      type: 'appClipDefaultExperienceLocalizations',
    },
    isDeletable: true,
  },
  appClipAdvancedExperienceImages: {
    ...CARD,
    schema: 'AppClipAdvancedExperienceImage',
    parent: null,
    isDeletable: false,
  },
  appStoreReviewAttachments: {
    schema: 'AppStoreReviewAttachment',
    parent: {relationship: 'appStoreReviewDetail', type: 'appStoreReviewDetails'},
    // Apple documents no limit.
    most: Number.POSITIVE_INFINITY,
    // Apple's help, "App Review information". That the reservation checks them is inferred.
    extensions:
      '.pdf .doc .docx .rtf .pages .xls .xlsx .numbers .zip .rar .plist .crash .jpg .png .mp4 .avi'.split(
        ' ',
      ),
    largest: largestFile,
    isDeletable: true,
    judge: async () => ACCEPTED,
  },
  routingAppCoverages: {
    schema: 'RoutingAppCoverage',
    parent: {relationship: 'appStoreVersion', type: 'appStoreVersions'},
    most: 1,
    extensions: ['.geojson'],
    largest: largestFile,
    isDeletable: true,
    judge: judgeCoverage,
  },
  backgroundAssetUploadFiles: {
    schema: 'BackgroundAssetUploadFile',
    parent: {relationship: 'backgroundAssetVersion', type: 'backgroundAssetVersions'},
    most: 1,
    extensions: null,
    // API 4.4.1: `BackgroundAssetUploadFile.fileSize`.
    largest: Number.MAX_SAFE_INTEGER,
    isDeletable: false,
    judge: async () => ACCEPTED,
  },
}

/** Location and Maps guide: a single MultiPolygon. No report names the code; the name is the simulator's. */
async function judgeCoverage({vessel}: Upload): Promise<Verdict> {
  const text = Buffer.from((await vessel.bytes()) ?? []).toString()
  const found = text.match(/"MultiPolygon"/gu)?.length ?? 0
  return found === 1 && isJson(text) ? ACCEPTED : rejected('ROUTING_APP_COVERAGE_INVALID')
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
