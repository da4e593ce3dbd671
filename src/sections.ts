import path from 'node:path'

import type {FolderInput} from './action/runner/folder-input.ts'
import {InputError} from './action/runner/input-error.ts'
import type {Inputs} from './action/runner/inputs.ts'
import {asAnySection} from './core/any-section.ts'
import type {AnySection} from './core/any-section.ts'
import {folderKind} from './files/folder-kind.ts'
import {mediaSection} from './sections/media/section.ts'
import {textsSection} from './sections/texts/section.ts'
import {versionSection} from './sections/version/section.ts'
import type {CreatableTarget} from './sections/version/target.ts'
import type {Store} from './transfer/store.ts'

/** What the input `manage` may name. Each has an input of the same name that says where its folder is. */
export const MANAGED = ['screenshots', 'previews', 'metadata'] as const
export type Managed = (typeof MANAGED)[number]

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
          workspace,
          platform,
          locales,
          screenshots: managed.get('screenshots') ?? null,
          previews: managed.get('previews') ?? null,
          processingTimeout,
          startedAt,
          store,
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
      return {name, folder, kind: await folderKind(inputs.workspace, folder.path)}
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

/** The folder of an input; fastlane's if the default folder is missing. */
async function locate(name: Managed, {workspace, ...inputs}: Inputs): Promise<FolderInput> {
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
