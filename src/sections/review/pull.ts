import {NOTHING_PULLED, setValues} from '../../core/pulled.ts'
import type {Pulled} from '../../core/pulled.ts'
import type {Target} from '../../core/target.ts'
import {valuesOf} from './review.ts'

/**
 * What App Review should know, without the password of the demo account, and without a text that has it in it.
 *
 * @param hide - Called with the password.
 */
export async function pullReview(target: Target, hide: (secret: string) => void): Promise<Pulled> {
  const part = await target.part('appStoreReviewDetail')
  if (part === null) return NOTHING_PULLED
  const {demoAccountPassword, ...values} = valuesOf(part.attributes)
  const password = typeof demoAccountPassword === 'string' ? demoAccountPassword.trim() : ''
  if (password === '') return {...NOTHING_PULLED, values: setValues(Object.entries(values))}
  hide(password)
  const hasPassword = (value: unknown) => typeof value === 'string' && value.includes(password)
  const open = Object.entries(values).filter(([, value]) => !hasPassword(value))
  const isNotesLeft = hasPassword(values['notes'])
  return {
    ...NOTHING_PULLED,
    values: setValues(open),
    diagnostics: [
      {
        severity: 'note',
        code: 'password-not-pulled',
        what: `The password of the demo account is never written${isNotesLeft ? ', and neither are the notes for App Review, which have it in them' : ''}.`,
        next: 'Declare it as env:NAME, with the name of a secret.',
        about: null,
      },
    ],
  }
}
