import type {Inputs} from '../inputs/inputs.ts'
import type {KeyAdvice} from '../inputs/credentials.ts'
import type {Log} from '../face/log/log.ts'

/**
 * Turns a plan into a validation if the event provides no key, so that one workflow works for everybody's pull
 * requests. With any other empty key the run fails later.
 */
export async function validateWithoutKey(
  inputs: Inputs,
  log: Log,
  {whyNoSecret}: KeyAdvice,
): Promise<Inputs> {
  const {keyId, privateKey} = inputs.key
  if (inputs.mode !== 'plan' || (keyId !== null && privateKey !== null)) return inputs
  const why = await whyNoSecret()
  if (why === null) return inputs
  log.annotate(
    'notice',
    `A plan needs the API key, so this run falls back to \`validate\` and only checks the files. ${why}`,
  )
  return {...inputs, mode: 'validate'}
}
