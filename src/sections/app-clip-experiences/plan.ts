import type {Clip} from '../../clips/clips.ts'
import {joinPlans} from '../../core/plan.ts'
import type {Plan, Settled} from '../../core/plan.ts'
import type {Policy} from '../../core/policy.ts'
import type {Step, Subject} from '../../core/step.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import type {FileUpload} from '../../places/detail.ts'
import {matchFiles} from '../../places/match-files.ts'
import type {Place} from '../../places/place.ts'
import {uploadFileStep} from '../../places/steps.ts'
import type {ExperienceDetail} from './detail.ts'
import {changesOf, textsOf} from './differences.ts'
import type {StoredExperience} from './stored-experiences.ts'
import type {WantedExperience} from './wanted-experiences.ts'

/** The name of the section, and of the place of all its steps. */
export const SECTION = 'app-clip-experiences'

/** What App Store Connect has. */
export interface HaveExperiences {
  /** Each App Clip that the folder is about, once. */
  readonly clips: readonly HaveClip[]
  /** Why there is no App Clip for some of the folder. */
  readonly obstacles: readonly Diagnostic[]
}

/** An App Clip with everything that the folder has for it. */
export interface HaveClip {
  readonly clip: Clip
  readonly wanted: readonly WantedExperience[]
  readonly stored: readonly StoredExperience[]
}

export function createStepId({name}: Pick<WantedExperience, 'name'>): string {
  return `create-app-clip-experience:${name}`
}
export function updateStepId({name}: Pick<WantedExperience, 'name'>): string {
  return `update-app-clip-experience:${name}`
}
export function uploadStepId({name}: Pick<WantedExperience, 'name'>): string {
  return `upload-app-clip-image:${name}`
}
export function removalStepId({id}: Pick<StoredExperience, 'id'>): string {
  return `remove-app-clip-experience:${id}`
}

/** Plans the experiences of each App Clip. They are found by their links. */
export function planExperiences(
  {clips}: HaveExperiences,
  policy: Pick<Policy, 'prune' | 'waits'>,
): Plan {
  return joinPlans(clips.map((each) => planClip(each, policy)))
}

function planClip(
  {wanted, clip, stored}: HaveClip,
  {prune, waits}: Pick<Policy, 'prune' | 'waits'>,
): Plan {
  const byLink = new Map(stored.map((each) => [each.link, each]))
  const links = new Set(wanted.map(({declared}) => declared.link))
  const extras = stored.filter(({link}) => !links.has(link))
  const own = joinPlans(
    wanted.map((each) =>
      planExperience(each, clip, {stored: byLink.get(each.declared.link) ?? null, waits}),
    ),
  )
  const sent = own.steps.map(({id}) => id)
  return joinPlans([
    own,
    {
      steps: prune ? extras.map((each) => removalStep(each, sent)) : [],
      settled: prune ? [] : extras.map((each) => settledExtra(each)),
      diagnostics: [],
    },
  ])
}

function planExperience(
  wanted: WantedExperience,
  clip: Clip,
  {stored, waits}: {readonly stored: StoredExperience | null; readonly waits: boolean},
): Plan {
  const image = planImage(wanted, stored, waits)
  const upload = image.step
  const changes = changesOf(wanted.declared, stored)
  const settled = image.settled === null ? [] : [image.settled]
  const subject = subjectOf(wanted, 'App Clip experience', wanted.file)
  if (stored !== null && changes.length === 0 && upload === null) {
    return {
      steps: [],
      settled: [{section: SECTION, state: 'unchanged', subject, resourceId: stored.id}, ...settled],
      diagnostics: [],
    }
  }
  const step =
    stored === null
      ? createStep(wanted, clip, upload)
      : updateStep(wanted, clip, {stored, changes, upload})
  return {steps: [...(upload === null ? [] : [upload]), step], settled, diagnostics: []}
}

/** Apple never deletes an image, so a new one is uploaded beside the old one. */
function planImage(
  wanted: WantedExperience,
  stored: StoredExperience | null,
  waits: boolean,
): {readonly step: Step<FileUpload> | null; readonly settled: Settled | null} {
  const {header, name} = wanted
  const old = stored?.image ?? null
  const place: Place = {
    name: `${SECTION}/${name}`,
    section: SECTION,
    noun: 'App Clip experience image',
    locale: null,
    family: 'clipExperienceImage',
    holds: 'one',
    parent: null,
    files: [header],
    stored: old === null ? [] : [old],
  }
  const {matched, undecided} = matchFiles(place)
  const same = matched.get(header) ?? undecided.get(header)
  const subject = subjectOf(wanted, place.noun, header.path)
  if (same !== undefined) {
    const isProved = matched.has(header) && !(waits && same.delivery.state === 'processing')
    const state = isProved ? 'unchanged' : 'undecided'
    return {step: null, settled: {section: SECTION, state, subject, resourceId: same.id}}
  }
  const step = uploadFileStep(place, header, {replaced: old, resumes: null, needs: []})
  return {step: {...step, id: uploadStepId(wanted), subject}, settled: null}
}

function createStep(
  wanted: WantedExperience,
  clip: Clip,
  upload: Step | null,
): Step<ExperienceDetail> {
  const {declared, file} = wanted
  return {
    id: createStepId(wanted),
    section: SECTION,
    action: 'create',
    needs: upload === null ? [] : [upload.id],
    subject: subjectOf(wanted, 'App Clip experience', file),
    before: null,
    after: {picture: {file: wanted.header.path}},
    reason: 'Not in App Store Connect yet',
    cost: {writes: 1, bytes: 0},
    resource: null,
    detail: {kind: 'create', clip: clip.id, declared, image: uploadStepId(wanted)},
  }
}

function updateStep(
  wanted: WantedExperience,
  clip: Clip,
  {
    stored,
    changes,
    upload,
  }: {
    readonly stored: StoredExperience
    readonly changes: readonly string[]
    readonly upload: Step | null
  },
): Step<ExperienceDetail> {
  const {declared, file} = wanted
  const changed = textsOf(declared, stored).filter(({before, after}) => before !== after)
  const lines = (side: 'before' | 'after') =>
    changed.map((each) => `${each.name}: ${each[side] ?? ''}`).join('\n')
  return {
    id: updateStepId(wanted),
    section: SECTION,
    action: 'update',
    needs: upload === null ? [] : [upload.id],
    subject: subjectOf(wanted, 'App Clip experience', file),
    ...(upload === null
      ? {before: {text: lines('before')}, after: {text: lines('after')}}
      : {before: upload.before, after: upload.after}),
    reason: changes.length === 0 ? 'It gets a new image' : 'Settings changed',
    cost: {writes: 1, bytes: 0},
    resource: {id: stored.id},
    detail: {kind: 'update', clip: clip.id, declared, changes, image: upload?.id ?? null},
  }
}

/** App Store Connect API 4.4.1 has no DELETE for experiences, but the attribute `removed`. */
function removalStep(stored: StoredExperience, needs: readonly string[]): Step<ExperienceDetail> {
  const {id, link, image} = stored
  return {
    id: removalStepId(stored),
    section: SECTION,
    action: 'delete',
    needs,
    subject: extraSubject(stored),
    before: image?.image ? {picture: {asset: image.id}} : {text: link},
    after: null,
    reason: 'Has no folder',
    cost: {writes: 1, bytes: 0},
    // Its image, as far as people see it.
    resource: {id: image?.id ?? id},
    detail: {kind: 'remove', experience: id, link},
  }
}

function settledExtra(stored: StoredExperience): Settled {
  return {
    section: SECTION,
    state: 'extra',
    subject: extraSubject(stored),
    resourceId: stored.image?.id ?? null,
  }
}

function extraSubject({link}: StoredExperience): Subject {
  return {noun: 'App Clip experience', name: link, locale: null, place: SECTION, file: null}
}

function subjectOf({name}: WantedExperience, noun: string, path: string): Subject {
  return {noun, name, locale: null, place: SECTION, file: {path}}
}
