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
  z.object({place: z.string().describe('As `place` in the subject of a step.')}).readonly(),
])
/** What a diagnostic is about. The report shows the diagnostic there. */
export type About = z.output<typeof aboutSchema>

/** The one type for everything that is wrong, may be wrong, or is good to know. */
export const diagnosticSchema = z
  .object({
    severity: z
      .enum(['error', 'warning', 'note'])
      .describe('An error fails the run; a warning deserves a look; a note needs no action.'),
    code: z
      .string()
      .describe("Stable name of the problem, such as `wrong-pixel-size`, or Apple's code."),
    what: z
      .string()
      .describe(
        'What is wrong: a sentence, or the rest of one that begins with the name of what it is about.',
      ),
    next: z.string().describe('What to do next; empty if there is nothing to do.'),
    command: z
      .string()
      .optional()
      .describe('A shell command that fixes such files when their paths are appended.'),
    about: aboutSchema.nullable(),
  })
  .readonly()
export type Diagnostic = z.output<typeof diagnosticSchema>

export function isError({severity}: Pick<Diagnostic, 'severity'>): boolean {
  return severity === 'error'
}

/** The path that a diagnostic is about, or null if it is about something else. */
export function pathOf({about}: Diagnostic): string | null {
  return about !== null && 'path' in about ? about.path : null
}

/** `app-store.yml, line 3`. */
export function placeWords({path, line}: FilePosition): string {
  return line === undefined ? path : `${path}, line ${line}`
}
