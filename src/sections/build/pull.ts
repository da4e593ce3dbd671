import {NOTHING_PULLED, setValues} from '../../core/pulled.ts'
import type {Pulled} from '../../core/pulled.ts'
import type {Target} from '../../core/target.ts'
import {asBuild, ENCRYPTION} from './build.ts'

/** What the build of the version says of encryption. The build itself is another one in the next version. */
export async function pullBuild(target: Target): Promise<Pulled> {
  const part = await target.part('build')
  const answer = part === null ? null : asBuild(part.id, part.attributes).usesNonExemptEncryption
  return {...NOTHING_PULLED, values: setValues([[ENCRYPTION, answer]])}
}
