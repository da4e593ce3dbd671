import * as z from 'zod'

/** A file or folder, and a line in it where it has lines. */
export const filePositionSchema = z
  .object({
    path: z.string().describe('Relative to the workspace, with forward slashes.'),
    line: z.number().optional().describe('From 1.'),
  })
  .readonly()
export type FilePosition = z.output<typeof filePositionSchema>

const aboutSchema = z.union([
  filePositionSchema,
  z.object({step: z.string().describe('Id of a step.')}).readonly(),
  z.object({place: z.string().describe('As in the subject of a step.')}).readonly(),
])
/** What a diagnostic is about. The report shows the diagnostic there. */
export type About = z.output<typeof aboutSchema>

/** The one type for everything that is wrong, may be wrong, or is good to know. */
export const diagnosticSchema = z
  .object({
    severity: z
      .enum(['error', 'warning', 'note'])
      .describe('With an error the run fails; a warning asks for a look; a note asks for nothing.'),
    code: z
      .string()
      .describe("Stable name of the finding, such as `wrong-pixel-size`, or Apple's code."),
    what: z
      .string()
      .describe('What is wrong, as it reads after the name of what it is about, or as a sentence.'),
    next: z.string().describe('What to do next; empty where there is nothing to do.'),
    about: aboutSchema.nullable(),
  })
  .readonly()
export type Diagnostic = z.output<typeof diagnosticSchema>

export function isError({severity}: Diagnostic): boolean {
  return severity === 'error'
}

/** The path that a diagnostic is about, or null if it is about something else. */
export function pathOf({about}: Diagnostic): string | null {
  return about !== null && 'path' in about ? about.path : null
}
