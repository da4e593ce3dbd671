import {invalidAttribute} from '../http/refusal.ts'
import type {World} from '../store/world.ts'
import {requireLength} from './draft.ts'
import type {Draft} from './draft.ts'

/** Throws what Apple has against what a review detail says. */
export function checkReviewDetail(_world: World, {attributes}: Draft): void {
  const {contactPhone, contactEmail, notes} = attributes
  if (typeof contactPhone === 'string' && !isPhone(contactPhone)) {
    throw invalidAttribute('contactPhone', 'The phone number is not valid. Use the format +1 …')
  }
  if (typeof contactEmail === 'string' && !/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/u.test(contactEmail)) {
    throw invalidAttribute('contactEmail', 'The email address is not valid')
  }
  // Apple's help "App Review information" says 4000 bytes; the API's code is inferred.
  requireLength('notes', notes, 4000)
}

/**
 * App Store Connect's form wants `+` and the country code. One report has `+81-90-0000-0000` refused: that eight zeros at
 * the end are what is wrong with it is inferred.
 */
function isPhone(value: string): boolean {
  const digits = value.replaceAll(/\D/gu, '')
  return (
    /^\+[\d ().-]+$/u.test(value) &&
    digits.length >= 7 &&
    digits.length <= 15 &&
    !digits.endsWith('00000000')
  )
}
