import type {Inputs} from './inputs.ts'
import type {Log} from './log.ts'
import {whyNoSecret} from './no-secret.ts'

/**
 * A plan that has no key because the event gives it none becomes a validation, so that one workflow serves everybody's
 * pull requests. Any other empty key is left for the run to fail on.
 */
export async function validateWithoutKey(inputs: Inputs, log: Log): Promise<Inputs> {
  const {keyId, privateKey} = inputs.key
  if (inputs.mode !== 'plan' || (keyId !== null && privateKey !== null)) return inputs
  const why = await whyNoSecret()
  if (why === null) return inputs
  log.annotate(
    'notice',
    `Only the files are checked, as with \`mode: validate\`: a plan needs the API key. ${why}`,
  )
  return {...inputs, mode: 'validate'}
}
