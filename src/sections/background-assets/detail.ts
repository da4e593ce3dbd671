import * as z from 'zod'

import {referenceSchema} from '../../core/step.ts'
import type {Step} from '../../core/step.ts'
import {factsOfFile, fileUploadSchema} from '../../places/detail.ts'

const packSchema = z
  .object({
    kind: z.literal('asset-pack'),
    packId: z.string().describe('The asset pack ID.'),
  })
  .readonly()
export type PackCreation = z.output<typeof packSchema>

const versionSchema = z
  .object({
    kind: z.literal('asset-pack-version'),
    pack: referenceSchema.describe('The asset pack that it is of.'),
  })
  .readonly()
export type VersionCreation = z.output<typeof versionSchema>

/** The details of the section's steps. */
export const packDetailSchema = z.discriminatedUnion('kind', [
  packSchema,
  versionSchema,
  fileUploadSchema,
])
export type PackDetail = z.output<typeof packDetailSchema>

/** What an approval of the step covers. */
export function factsOfPack({detail, ...step}: Step<PackDetail>) {
  return detail.kind === 'upload' ? factsOfFile({...step, detail}) : {}
}
