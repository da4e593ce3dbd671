import * as z from 'zod'

import {filePositionSchema} from './diagnostic.ts'

/** Everything that a step can do to App Store Connect. Closed: a new section adds nouns, not actions. */
export const ACTIONS = [
  'create',
  'upload',
  'update',
  'replace',
  'delete',
  'order',
  'submit',
] as const
export type Action = (typeof ACTIONS)[number]

/** What a step or a settled item is about, for people and annotations. */
export const subjectSchema = z
  .object({
    noun: z
      .string()
      .describe('In the words of App Store Connect, such as `screenshot`, `locale` or `version`.'),
    name: z
      .string()
      .describe('Its name within its place, such as a file name; empty for the place itself.'),
    locale: z.string().nullable().describe('Null for what is the same in every locale.'),
    place: z
      .string()
      .nullable()
      .describe('Where it is shown, such as `en-US/APP_IPHONE_67`; null if it has no place.'),
    file: filePositionSchema
      .nullable()
      .describe('The file that declares it; null if there is none.'),
  })
  .readonly()
export type Subject = z.output<typeof subjectSchema>

const pictureSchema = z.union([
  z.object({file: z.string().describe('Path of a file in the workspace.')}).readonly(),
  z.object({asset: z.string().describe("Apple's id of an asset in App Store Connect.")}).readonly(),
])

/** What the store shows. For people only: nothing is decided by it. */
const shownSchema = z.union([
  z.object({text: z.string()}).readonly(),
  z.object({picture: pictureSchema}).readonly(),
  z.object({order: z.array(z.string()).readonly().describe('Names, in order.')}).readonly(),
])

/** An Apple resource that exists, by its id, or the one that a step of the same plan creates. */
export const referenceSchema = z.union([
  z.object({id: z.string()}).readonly(),
  z.object({step: z.string()}).readonly(),
])
export type Reference = z.output<typeof referenceSchema>

/** The fields of a step, without its detail. */
const stepFields = {
  id: z.string().describe('Unique within its plan. The same facts always give the same id.'),
  section: z.string().describe('The section that carries it out.'),
  action: z.enum(ACTIONS),
  needs: z
    .array(z.string())
    .readonly()
    .describe(
      'What must be done first: ids of steps, or `section:<name>` for all steps of a section.',
    ),
  subject: subjectSchema,
  before: shownSchema
    .nullable()
    .describe('What the store shows before the step, if it can be shown.'),
  after: shownSchema
    .nullable()
    .describe('What the store shows after the step, if it can be shown.'),
  reason: z.string().describe('Why the step is needed: a sentence without a full stop.'),
  cost: z
    .object({
      writes: z
        .number()
        .describe('API requests that change something. Reads and retries are extra.'),
      bytes: z.number().describe('Sent to upload hosts.'),
    })
    .readonly(),
  resource: referenceSchema
    .nullable()
    .describe(
      'The Apple resource that the step changes; null if the step creates it, or changes more than one.',
    ),
}

/** A step whose detail was not parsed yet. */
export const stepSchema = z.object({...stepFields, detail: z.unknown()}).readonly()

/** The schema of a step of a section, for documentation. */
export function stepSchemaOf(section: string, detail: z.ZodType) {
  return z.object({...stepFields, section: z.literal(section), detail})
}

export type Cost = z.output<typeof stepSchema>['cost']

/** One change of the store, as data: it can be printed, stored, compared and tested without a network. */
export type Step<Detail = unknown> = Omit<z.output<typeof stepSchema>, 'detail'> & {
  /** For the section of the step only. */
  readonly detail: Detail
}

/** Whether a step sends a file to Apple. */
export function sendsFile({action}: Pick<Step, 'action'>): boolean {
  return action === 'upload' || action === 'replace'
}

/** Whether it goes by the name of its file. */
export function isFileName({file, name}: Subject): boolean {
  return name !== '' && (file?.path.endsWith(`/${name}`) ?? false)
}

/** The place and name of a subject, such as `en-US/APP_IPHONE_67/01.png`. May contain text from outside. */
export function nameOf({place, name}: Subject): string {
  return [place ?? '', name].filter((part) => part !== '').join('/')
}

const VERBS: Readonly<Record<Action, (subject: Subject) => string>> = {
  create: (subject) => `create ${subject.noun} ${nameOf(subject)}`,
  upload: (subject) => `upload ${nameOf(subject)}`,
  update: (subject) =>
    isFileName(subject) || subject.name === ''
      ? `set the ${subject.noun} of ${nameOf(subject)}`
      : `update ${nameOf(subject)}`,
  replace: (subject) => `replace ${nameOf(subject)}`,
  delete: (subject) => `delete ${nameOf(subject)}`,
  order: (subject) => `reorder ${nameOf(subject)}`,
  submit: (subject) => `submit ${subject.noun} ${nameOf(subject)}`,
}

/** What a step does and to what, such as `upload en-US/APP_IPHONE_67/01.png`. May contain text from outside. */
export function describeStep({action, subject}: Pick<Step, 'action' | 'subject'>): string {
  return VERBS[action](subject)
}
