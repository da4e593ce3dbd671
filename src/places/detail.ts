import * as z from 'zod'

import {UPLOAD_RESOURCES} from '../apple/upload-resources.ts'
import type {UploadFamily} from '../apple/upload-resources.ts'
import {referenceSchema} from '../core/step.ts'
import type {Step} from '../core/step.ts'

const contentSchema = z
  .object({
    size: z.number().describe('In bytes.'),
    md5: z.string().describe("In lower-case hex, like App Store Connect's `sourceFileChecksum`."),
    sha256: z.string().describe('In lower-case hex.'),
  })
  .readonly()

/** What every upload of a file has in its detail. */
export const uploadFields = {
  path: z.string().describe('Relative to the workspace.'),
  content: contentSchema,
  mimeType: z.string(),
  resumes: z
    .string()
    .nullable()
    .describe("Apple's id of an unfinished upload to complete; null to start a new one."),
}

const families = Object.keys(UPLOAD_RESOURCES).filter(isFamily)

function isFamily(name: string): name is UploadFamily {
  return name in UPLOAD_RESOURCES
}

const placeFields = {
  place: z.string(),
  family: z.enum(families).describe('The kind of file.'),
}

/** The detail of a step that uploads a file to a place without an order. */
export const fileUploadSchema = z
  .object({
    kind: z.literal('upload'),
    ...placeFields,
    parent: referenceSchema.nullable().describe('What the file belongs to; null if to nothing.'),
    ...uploadFields,
  })
  .readonly()

/** The detail of a step that deletes a file from a place without an order. */
export const fileDeleteSchema = z
  .object({
    kind: z.literal('delete'),
    ...placeFields,
    assetId: z.string(),
    md5: z
      .string()
      .nullable()
      .describe('Of what is deleted; null if App Store Connect shows none.'),
    cause: z
      .enum(['dead', 'superseded', 'pruned'])
      .describe(
        '`dead`: left over from a failed or unfinished upload; `superseded`: replaced by a file; `pruned`: has no matching file.',
      ),
  })
  .readonly()

/** The details of the steps that files in a place need. */
export const fileDetailSchema = z.discriminatedUnion('kind', [fileUploadSchema, fileDeleteSchema])
export type FileDetail = z.output<typeof fileDetailSchema>

export type FileUpload = z.output<typeof fileUploadSchema>
export type FileDeletion = z.output<typeof fileDeleteSchema>

/** What an approval of the step covers. */
export function factsOfFile({action, detail}: Step<FileDetail>) {
  return detail.kind === 'upload'
    ? {content: detail.content.sha256, action}
    : {reason: detail.cause, content: detail.md5}
}
