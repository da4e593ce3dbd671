import type {Content, Medium} from '../sections/media/listing.ts'
import type {Problem} from './diagnostic.ts'

/** What will be done, as data: it can be printed, stored, compared and tested without a network. */
export interface Plan {
  /** In the order in which they are started; every step comes after the steps that it needs. */
  readonly steps: readonly Step[]
  /** Files that the store already shows as they are. */
  readonly unchanged: readonly PlannedFile[]
  /** Files that Apple is still processing, so that nothing proves them yet: left alone in this run. */
  readonly undecided: readonly PlannedFile[]
  /** Assets that no file stands for and that stay: the store shows more than the folder. */
  readonly extras: readonly Extra[]
  /** Assets that stay because App Store Connect does not tell enough to delete them safely; each has its note. */
  readonly unclear: readonly Extra[]
  /** What keeps the plan from being carried out at all. */
  readonly refusals: readonly Problem[]
  /** What a reader should know beside the steps, such as what is left to the next run; as sentences. */
  readonly notes: readonly string[]
}

export interface PlannedFile {
  readonly locale: string
  readonly type: string
  readonly fileName: string
  /** Relative to the workspace. */
  readonly path: string
  /** Apple's id of the asset that holds the file. */
  readonly assetId: string
}

export interface Extra {
  readonly locale: string
  readonly type: string
  readonly fileName: string
  readonly assetId: string
}

export type Step =
  | CreateVersionStep
  | CreateLocalizationStep
  | CreateSetStep
  | DeleteStep
  | UploadStep
  | PosterStep
  | ReorderStep

export type StepKind = Step['kind']

interface StepBase {
  /** Unique in its plan and the same whenever the plan is made from the same facts. */
  readonly id: string
  /** The part of the listing that the step belongs to. */
  readonly section: 'version' | 'media'
  /** Ids of the steps that have to be done first. */
  readonly needs: readonly string[]
  /** API requests that change something. Reads, polls and retries come on top. */
  readonly cost: number
  readonly locale: string | null
  readonly type: string | null
  readonly fileName: string | null
  /** Why the step is there, as a sentence without a full stop. */
  readonly reason: string
}

export interface CreateVersionStep extends StepBase {
  readonly kind: 'create-version'
  readonly section: 'version'
  readonly platform: string
  readonly versionString: string
}

export interface CreateLocalizationStep extends StepBase {
  readonly kind: 'create-localization'
  readonly locale: string
}

interface SetStepBase extends StepBase {
  /** Our own id of the set; see `setId`. */
  readonly set: string
  readonly medium: Medium
  readonly locale: string
  readonly type: string
}

export interface CreateSetStep extends SetStepBase {
  readonly kind: 'create-set'
}

export interface DeleteStep extends SetStepBase {
  readonly kind: 'delete'
  readonly fileName: string
  readonly assetId: string
  /** Of the bytes that go, lower-case hex; null where Apple has none. */
  readonly md5: string | null
  /**
   * `dead`: a record without content; `room`: the set is full; `superseded`: a file of the same name
   * has taken its place; `pruned`: no file stands for it.
   */
  readonly cause: 'dead' | 'room' | 'superseded' | 'pruned'
}

export interface UploadStep extends SetStepBase {
  readonly kind: 'upload'
  readonly fileName: string
  /** Relative to the workspace. */
  readonly path: string
  readonly content: Content
  readonly mimeType: string
  /** Whether the file takes the place of an asset that has its name. */
  readonly replaces: boolean
  /** Apple's id of an open reservation to fill, or null to reserve anew. */
  readonly resumes: string | null
}

export interface PosterStep extends SetStepBase {
  readonly kind: 'set-poster'
  readonly fileName: string
  readonly path: string
  readonly timeCode: string
  /** Apple's id of the preview, or the id of the upload step that makes it. */
  readonly asset: AssetReference
}

export interface ReorderStep extends SetStepBase {
  readonly kind: 'reorder'
  /** The whole set in its final order. */
  readonly order: readonly AssetReference[]
}

/** An asset that exists, or the one that an upload step of the same plan makes. */
export type AssetReference = {readonly assetId: string} | {readonly uploadStep: string}
