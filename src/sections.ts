import type {Inputs} from './inputs/inputs.ts'
import {REVIEW_ATTRIBUTES} from './apple/review-detail.ts'
import {isPart, VERSION_PARTS} from './apple/version-parts.ts'
import type {VersionPartName, WantedParts} from './apple/version-parts.ts'
import {asAnySection} from './core/any-section.ts'
import type {AnySection} from './core/any-section.ts'
import type {PullOptions} from './core/pull.ts'
import {rememberMetadata} from './metadata/find-metadata.ts'
import {declarationId} from './metadata/named-by-apple.ts'
import {filesOfValues} from './metadata/pulled/pulled-files.ts'
import {clipExperiencesSection} from './sections/app-clip-experiences/section.ts'
import {clipSections} from './sections/app-clip/section.ts'
import {appSection} from './sections/app/section.ts'
import {backgroundAssetsSection} from './sections/background-assets/section.ts'
import {buildSection} from './sections/build/section.ts'
import {mediaSection} from './sections/media/section.ts'
import {releaseSection} from './sections/release/section.ts'
import {reviewAttachmentsSection} from './sections/review-attachments/section.ts'
import {reviewSection} from './sections/review/section.ts'
import {routingCoverageSection} from './sections/routing-coverage/section.ts'
import {submissionSections} from './sections/submission/section.ts'
import type {SubmissionOptions} from './sections/submission/section.ts'
import {textsSection} from './sections/texts/section.ts'
import {versionSection} from './sections/version/section.ts'
import type {CreatableTarget} from './sections/version/target.ts'
import type {WantedVersion} from './sections/version/wanted-version.ts'
import type {Store} from './transfer/store.ts'
import type {Managed, ManagedFolders} from './managed.ts'

/** What is read with the version: names of parts, with attributes besides the usual ones. */
const PARTS: Readonly<
  Partial<Record<Managed, Partial<Record<VersionPartName, readonly string[]>>>>
> = {
  'app-clip': {appClipDefaultExperience: []},
  'review-attachments': {appStoreReviewDetail: []},
  'routing-coverage': {routingAppCoverage: []},
  metadata: {
    build: [],
    appStoreReviewDetail: REVIEW_ATTRIBUTES,
    appStoreVersionPhasedRelease: [],
  },
}

/** What has to be read with the version. */
export function versionParts(managed: ManagedFolders): WantedParts {
  const parts = new Map<VersionPartName, readonly string[]>()
  for (const name of managed.keys()) {
    for (const [part, more] of Object.entries(PARTS[name] ?? {})) {
      if (isPart(part))
        parts.set(part, [...(parts.get(part) ?? VERSION_PARTS[part].fields), ...more])
    }
  }
  return parts
}

/** A plan should not take long; what Apple is still processing by then is shown as undecided. */
const PLAN_MILLISECONDS = 60_000

/** Which version the run is about. */
export function wantedVersion({
  mode,
  platform,
  version: versionString,
  createVersion: create,
  submit,
  cancelReview,
}: Inputs): WantedVersion {
  const mayBeInReview = submit || cancelReview
  return {platform, versionString, create, mayBeInReview, onlyRead: mode === 'pull'}
}

/** App Store Connect, and the app and version that the run is about. */
export type OpenStore = Store & {readonly target: CreatableTarget}

/** A section with the names that `manage` has for it; none if it only serves the others. */
interface ListedSection {
  readonly names: readonly Managed[]
  /** Whether an input asks for it, if it is not `manage` that does. */
  readonly isWanted?: boolean
  readonly section: AnySection
}

export interface SectionsOptions {
  readonly managed: ManagedFolders
  /** See {@link SubmissionOptions}. */
  readonly whenOthersAreDone: SubmissionOptions['whenOthersAreDone']
  /** See {@link SubmissionOptions}. */
  readonly othersHaveWork: SubmissionOptions['othersHaveWork']
  /** Null for a run that does not use App Store Connect. */
  readonly store: OpenStore | null
  /** When the run began, in milliseconds since 1970. */
  readonly startedAt: number
  /** Called with every value that no output may have. */
  readonly addSecret: (value: string) => void
}

/** Every section of a listing. This is the only list of them. */
export function listSections(
  inputs: Inputs,
  {managed, store, startedAt, addSecret, whenOthersAreDone, othersHaveWork}: SectionsOptions,
): readonly ListedSection[] {
  const {workspace, locales, platform, mode} = inputs
  const processingTimeout =
    mode === 'sync'
      ? inputs.processingTimeout
      : Math.min(inputs.processingTimeout, PLAN_MILLISECONDS)
  const pathOf = (name: Managed) => managed.get(name)?.path ?? ''
  const shared = {workspace, processingTimeout, startedAt, store}
  const clip = clipSections({
    ...shared,
    locales,
    path: pathOf('app-clip'),
    managesExtras: locales.length === 0 || inputs.shard !== null,
  })
  const findMetadata = rememberMetadata({
    ...metadataPlaces(inputs, managed),
    env: mode === 'validate' ? null : process.env,
    addSecret,
  })
  const listed: readonly ListedSection[] = [
    {
      names: [],
      section: asAnySection(versionSection(wantedVersion(inputs), store)),
    },
    {
      names: ['screenshots', 'previews'],
      section: asAnySection(
        mediaSection({
          ...shared,
          platform,
          locales,
          screenshots: managed.get('screenshots') ?? null,
          previews: managed.get('previews') ?? null,
        }),
      ),
    },
    {
      names: ['metadata'],
      section: asAnySection(textsSection({findMetadata, addSecret, store})),
    },
    {
      names: ['metadata'],
      section: asAnySection(appSection({findMetadata, addSecret, startedAt, store})),
    },
    {
      names: ['metadata'],
      section: asAnySection(releaseSection({findMetadata, addSecret, store})),
    },
    {
      names: ['metadata'],
      section: asAnySection(
        buildSection({
          findMetadata,
          platform,
          processingTimeout,
          applies: mode === 'sync',
          store,
        }),
      ),
    },
    {
      names: ['metadata'],
      section: asAnySection(reviewSection({findMetadata, addSecret, store})),
    },
    {
      names: ['review-attachments'],
      section: asAnySection(
        reviewAttachmentsSection({
          ...shared,
          path: pathOf('review-attachments'),
        }),
      ),
    },
    {
      names: ['background-assets'],
      section: asAnySection(
        backgroundAssetsSection({
          ...shared,
          path: pathOf('background-assets'),
        }),
      ),
    },
    {
      names: ['routing-coverage'],
      section: asAnySection(
        routingCoverageSection({
          ...shared,
          path: pathOf('routing-coverage'),
        }),
      ),
    },
    {names: ['app-clip'], section: asAnySection(clip.experience)},
    {names: ['app-clip'], section: asAnySection(clip.card)},
    {
      names: ['app-clip-experiences'],
      section: asAnySection(
        clipExperiencesSection({
          ...shared,
          path: pathOf('app-clip-experiences'),
        }),
      ),
    },
  ]
  const review = submissionSections({
    platform,
    submit: inputs.submit,
    cancel: inputs.cancelReview,
    after: listed.flatMap(({section: {name, opens}}) => (opens ? [] : name)),
    processingTimeout,
    store,
    refused: {
      async find(named) {
        if (store === null || !managed.has('metadata')) return null
        const {declarations} = await findMetadata(store.signal)
        return declarations.get((await declarationId(named, store.target)) ?? '') ?? null
      },
    },
    isShared: inputs.shard !== null,
    whenOthersAreDone,
    othersHaveWork,
  })
  return [
    // Before anything is made for a version that is in review.
    {names: [], isWanted: inputs.cancelReview, section: asAnySection(review.cancellation)},
    ...listed,
    {names: [], isWanted: inputs.submit, section: asAnySection(review.submission)},
  ]
}

function metadataPlaces({workspace, locales, metadata, config}: Inputs, managed: ManagedFolders) {
  const folder = {path: managed.get('metadata')?.path ?? '', optional: metadata.optional}
  return {workspace, locales, folder, config}
}

/** Returns a function that makes files of the store's texts and settings: see {@link filesOfValues}. */
export function declareIn(
  inputs: Inputs,
  managed: ManagedFolders,
  {signal, addSecret}: {readonly signal: AbortSignal} & Pick<SectionsOptions, 'addSecret'>,
): PullOptions['declare'] {
  return async (values) =>
    values.size === 0
      ? {files: [], unchanged: 0, diagnostics: []}
      : filesOfValues(values, {...metadataPlaces(inputs, managed), addSecret}, signal)
}

/** Whether the run manages a section's part of the folder, or needs the section for the others. */
export function isManaged(managed: ManagedFolders): (listed: ListedSection) => boolean {
  return ({names, isWanted = true}) =>
    isWanted && (names.length === 0 || names.some((name) => managed.has(name)))
}
