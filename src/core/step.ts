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
      .describe('In the words of App Store Connect: `screenshot`, `locale`, `version`.'),
    name: z
      .string()
      .describe(
        'What tells it from others of its place, such as a file name; empty for the place itself.',
      ),
    locale: z.string().nullable().describe('Null for what is the same in all locales.'),
    place: z
      .string()
      .nullable()
      .describe(
        'Where it is shown, such as `en-US/APP_IPHONE_67`; null for what stands by itself.',
      ),
    file: filePositionSchema
      .nullable()
      .describe('The file that declares it; null where none does.'),
  })
  .readonly()
export type Subject = z.output<typeof subjectSchema>

const pictureSchema = z.union([
  z.object({file: z.string().describe('A file of the workspace, by its path.')}).readonly(),
  z.object({asset: z.string().describe("An asset that Apple has, by Apple's id.")}).readonly(),
])

/** What the store shows. For people only: nothing is decided by it. */
const shownSchema = z.union([
  z.object({text: z.string()}).readonly(),
  z.object({picture: pictureSchema}).readonly(),
  z.object({order: z.array(z.string()).readonly().describe('Names in their order.')}).readonly(),
])
export type Shown = z.output<typeof shownSchema>

/** An Apple resource that exists, by its id, or the one that a step of the same plan creates. */
export const referenceSchema = z.union([
  z.object({id: z.string()}).readonly(),
  z.object({step: z.string()}).readonly(),
])
export type Reference = z.output<typeof referenceSchema>

/** The fields of a step, without its detail. */
const stepFields = {
  id: z
    .string()
    .describe('Unique in its plan, and the same whenever the plan is made from the same facts.'),
  section: z.string().describe('The section that carries it out.'),
  action: z.enum(ACTIONS),
  needs: z
    .array(z.string())
    .readonly()
    .describe(
      'What has to be done first: ids of steps, or `section:<name>` for all steps of a section.',
    ),
  subject: subjectSchema,
  before: shownSchema.nullable().describe('What the store shows before, where that can be shown.'),
  after: shownSchema.nullable().describe('What the store shows then, where that can be shown.'),
  reason: z.string().describe('Why the step is there, as a sentence without a full stop.'),
  cost: z
    .object({
      writes: z
        .number()
        .describe('API requests that change something. Reads and retries come on top.'),
      bytes: z.number().describe('Sent to upload hosts.'),
    })
    .readonly(),
  resource: referenceSchema
    .nullable()
    .describe(
      "What of Apple's it is done to; null where the step makes it, or it is not one thing.",
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

/** The place and name of a subject, such as `en-US/APP_IPHONE_67/01.png`. May contain text from outside. */
export function nameOf({place, name}: Subject): string {
  return [place ?? '', name].filter((part) => part !== '').join('/')
}

const VERBS = {
  create: (noun: string, name: string) => `create the ${noun} ${name}`,
  upload: (_: string, name: string) => `upload ${name}`,
  update: (noun: string, name: string) => `set the ${noun} of ${name}`,
  replace: (_: string, name: string) => `upload ${name}`,
  delete: (_: string, name: string) => `delete ${name}`,
  order: (_: string, name: string) => `reorder ${name}`,
  submit: (noun: string, name: string) => `submit the ${noun} ${name}`,
} satisfies Record<Action, (noun: string, name: string) => string>

/** What a step does and to what, such as `upload en-US/APP_IPHONE_67/01.png`. May contain text from outside. */
export function describeStep({action, subject}: Pick<Step, 'action' | 'subject'>): string {
  return VERBS[action](subject.noun, nameOf(subject))
}
