import path from 'node:path'

import type {FolderInput} from './inputs/folder-input.ts'
import {InputError} from './inputs/input-error.ts'
import type {Inputs} from './inputs/inputs.ts'
import type {ChecklistItem} from './core/view.ts'
import {exists} from './files/discover/inspect-path.ts'
import {folderKind} from './files/folder-kind.ts'
import type {FolderKind} from './files/folder-kind.ts'

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

/** Where fastlane keeps what we look for under another name. */
const FASTLANE_FOLDERS: Readonly<Partial<Record<Managed, string>>> = {previews: 'app_previews'}

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
  // A pull makes what the root does not have.
  const isLeft = (kind: FolderKind) => all && kind === 'absent' && inputs.mode !== 'pull'
  const managed = parts.filter(({name, kind}) => names.has(name) && !isLeft(kind))
  if (managed.length === 0) {
    const places = parts.map(({folder}) => folder.path)
    throw new InputError(
      `\`manage: all\` found nothing to manage: none of ${places.join(', ')} exists. Check \`root\`, and that the repository is checked out.`,
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
  {workspace, config}: Inputs,
): Promise<FolderKind> {
  if (!hasPlace(name)) {
    const kind = await folderKind(workspace, place)
    const isDeclared = name === 'metadata' && (await exists(path.join(workspace, config.path)))
    return kind === 'absent' && isDeclared ? 'other' : kind
  }
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

/** What Apple needs and no path of the API 4.4.1 has. */
const HIDDEN: readonly ChecklistItem[] = [
  {
    name: 'App Privacy',
    state: 'unknown',
    next: 'The API does not say: see that its questions are answered in App Store Connect.',
    file: null,
  },
  {
    name: 'Agreements',
    state: 'unknown',
    next: 'The API does not say: see under Business in App Store Connect that they are active.',
    file: null,
  },
]

/** What the list of everything that Apple needs cannot say of what is not managed, by what would be. */
const UNMANAGED: Readonly<Partial<Record<Managed, string>>> = {
  screenshots: 'Screenshots',
  previews: 'App previews',
  metadata: 'Texts and settings',
}

/**
 * What Apple needs of what the run does not manage.
 *
 * @returns null if the run neither submits anything nor manages texts and settings: then nobody wants a list.
 */
export function unmanagedRequirements(
  {submit}: Pick<Inputs, 'submit'>,
  managed: ManagedFolders,
): readonly ChecklistItem[] | null {
  if (!submit && !managed.has('metadata')) return null
  const others = MANAGED.flatMap((name): readonly ChecklistItem[] => {
    const words = UNMANAGED[name]
    if (words === undefined || managed.has(name)) return []
    const next = `This run does not look at them, because \`manage\` does not name \`${name}\`.`
    return [{name: words, state: 'unknown', next, file: null}]
  })
  return [...others, ...HIDDEN]
}
