import path from 'node:path'

import type {FolderInput} from './action/runner/folder-input.ts'
import {InputError} from './action/runner/input-error.ts'
import type {Inputs} from './action/runner/inputs.ts'
import type {VersionPartName} from './apple/version-parts.ts'
import {asAnySection} from './core/any-section.ts'
import type {AnySection} from './core/any-section.ts'
import {exists} from './files/discover/inspect-path.ts'
import {folderKind} from './files/folder-kind.ts'
import type {FolderKind} from './files/folder-kind.ts'
import {clipExperiencesSection} from './sections/app-clip-experiences/section.ts'
import {clipSections} from './sections/app-clip/section.ts'
import {backgroundAssetsSection} from './sections/background-assets/section.ts'
import {mediaSection} from './sections/media/section.ts'
import {reviewAttachmentsSection} from './sections/review-attachments/section.ts'
import {routingCoverageSection} from './sections/routing-coverage/section.ts'
import {textsSection} from './sections/texts/section.ts'
import {versionSection} from './sections/version/section.ts'
import type {CreatableTarget} from './sections/version/target.ts'
import type {Store} from './transfer/store.ts'

/** What the input `manage` may name, and has an input of the same name that says where its folder is. */
const WITH_INPUT = ['screenshots', 'previews', 'metadata'] as const

/** Where everything else that `manage` may name lies in the root. */
const PLACES = {
  'app-clip': 'app-clip',
  'app-clip-experiences': 'app-clip-experiences',
  'review-attachments': 'review-attachments',
  'routing-coverage': 'routing-coverage.geojson',
  'background-assets': 'background-assets',
} as const

/** What the input `manage` may name. */
export const MANAGED = [...WITH_INPUT, ...Object.keys(PLACES).filter(hasPlace)]
export type Managed = (typeof WITH_INPUT)[number] | keyof typeof PLACES

function hasPlace(name: string): name is keyof typeof PLACES {
  return name in PLACES
}

/** What is read with the version. */
const VERSION_PARTS: Readonly<Partial<Record<Managed, VersionPartName>>> = {
  'app-clip': 'appClipDefaultExperience',
  'review-attachments': 'appStoreReviewDetail',
  'routing-coverage': 'routingAppCoverage',
}

/** Apple's names of what has to be read with the version. */
export function versionParts(managed: ManagedFolders): readonly VersionPartName[] {
  return [...managed.keys()].flatMap((name) => VERSION_PARTS[name] ?? [])
}

/** Where fastlane keeps what we look for under another name. */
const FASTLANE_FOLDERS: Readonly<Partial<Record<Managed, string>>> = {previews: 'app_previews'}

/** A plan should not take long; what Apple is still processing by then is shown as undecided. */
const PLAN_MILLISECONDS = 60_000

/** App Store Connect, and the app and version that the run is about. */
export type OpenStore = Store & {readonly target: CreatableTarget}

/** A section with the names that `manage` has for it; none if it only serves the others. */
interface ListedSection {
  readonly names: readonly Managed[]
  readonly section: AnySection
}

export interface SectionsOptions {
  readonly managed: ManagedFolders
  /** Null for a run that does not use App Store Connect. */
  readonly store: OpenStore | null
  /** When the run began, in milliseconds since 1970. */
  readonly startedAt: number
}

/** Every section of a listing. This is the only list of them. */
export function listSections(
  inputs: Inputs,
  {managed, store, startedAt}: SectionsOptions,
): readonly ListedSection[] {
  const {workspace, locales, platform, version, createVersion, mode} = inputs
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
  return [
    {
      names: [],
      section: asAnySection(
        versionSection({platform, versionString: version, create: createVersion}, store),
      ),
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
      section: asAnySection(
        textsSection(
          {
            workspace,
            locales,
            folder: managed.get('metadata')?.path ?? '',
            optional: managed.get('metadata')?.optional ?? true,
          },
          store,
        ),
      ),
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
}

/** Whether the run manages a section's part of the folder, or needs the section for the others. */
export function isManaged(managed: ManagedFolders): (listed: ListedSection) => boolean {
  return ({names}) => names.length === 0 || names.some((name) => managed.has(name))
}

/** The folders of what a run manages, by name. What is missing here is neither read nor changed. */
export type ManagedFolders = ReadonlyMap<Managed, FolderInput>

/** What a run manages, and the existing folders that it leaves alone. */
export interface ManagedParts {
  readonly managed: ManagedFolders
  readonly left: readonly {readonly name: Managed; readonly path: string}[]
}

/**
 * Chooses what the run manages: what `manage` names or, with `all`, whatever the root has. What is named must exist.
 *
 * @throws {InputError} if `all` finds nothing.
 */
export async function chooseManaged(inputs: Inputs): Promise<ManagedParts> {
  const {names, all, isDefault} = inputs.manage
  const parts = await Promise.all(
    MANAGED.map(async (name) => {
      const folder = await locate(name, inputs)
      return {name, folder, kind: await kindOf(name, folder, inputs)}
    }),
  )
  const managed = parts.filter(({name, kind}) => names.has(name) && !(all && kind === 'absent'))
  if (managed.length === 0) {
    const places = parts.map(({folder}) => folder.path)
    throw new InputError(
      `\`manage: all\` found nothing to manage: none of ${places.join(', ')} exists. Check \`root\`, and that the repository is checked out before this step.`,
    )
  }
  return {
    managed: new Map(
      managed.map(({name, folder: {path: place, optional}}) => [
        name,
        {path: place, optional: optional && isDefault},
      ]),
    ),
    left: parts.flatMap(({name, kind, folder}) =>
      names.has(name) || kind !== 'locales' ? [] : [{name, path: folder.path}],
    ),
  }
}

async function kindOf(
  name: Managed,
  {path: place}: FolderInput,
  {workspace}: Inputs,
): Promise<FolderKind> {
  if (!hasPlace(name)) return folderKind(workspace, place)
  return (await exists(path.join(workspace, place))) ? 'other' : 'absent'
}

/** Where a part lies: as its input says, or in fastlane's folder if the default one is missing. */
async function locate(name: Managed, {workspace, ...inputs}: Inputs): Promise<FolderInput> {
  if (hasPlace(name)) return {path: path.posix.join(inputs.root, PLACES[name]), optional: false}
  const folder = inputs[name]
  const other = FASTLANE_FOLDERS[name]
  if (!folder.optional || other === undefined) return folder
  const beside = path.posix.join(path.posix.dirname(folder.path), other)
  const [own, fastlane] = await Promise.all([
    folderKind(workspace, folder.path),
    folderKind(workspace, beside),
  ])
  return own === 'absent' && fastlane === 'locales' ? {...folder, path: beside} : folder
}
