import type {Diagnostic} from '../../core/diagnostic.ts'
import {errorAtField} from '../../fields/at-field.ts'
import {shownText} from '../../metadata/metadata.ts'
import type {StoredApp, WantedApp} from './app.ts'

/** What App Store Connect cannot take, whatever is sent. @param have - Null if the store was not read. */
export function checkApp(wanted: WantedApp, have: StoredApp | null): readonly Diagnostic[] {
  return have === null ? [] : [...checkAgeRating(wanted, have), ...checkPrice(wanted, have)]
}

function checkAgeRating({ageRating}: WantedApp, {info}: StoredApp): readonly Diagnostic[] {
  const [first] = ageRating
  if (first === undefined || info === null || info.ageRating !== null) return []
  return [
    errorAtField(first, {
      code: 'no-age-rating',
      what: 'answers questions of the age rating, but App Store Connect shows no age rating of the app',
      next: 'open the age rating in App Store Connect once, or remove the answers',
    }),
  ]
}

function checkPrice({amount}: WantedApp, {price: {nearest}}: StoredApp): readonly Diagnostic[] {
  if (amount === null || nearest === null) return []
  const {baseTerritory, customerPrice} = amount
  const isNowhere = nearest.lower === null && nearest.higher === null
  const wrong = isNowhere ? baseTerritory : customerPrice
  const shown = shownText(wrong)
  const near = [nearest.lower, nearest.higher].filter((each) => each !== null)
  return [
    errorAtField(wrong, {
      code: 'no-such-price',
      what: isNowhere
        ? `sells in ${shown}, where Apple has no prices for the app`
        : `has the price ${shown}, which Apple does not have in ${shownText(baseTerritory)}`,
      next: isNowhere
        ? 'write Apple’s code of a territory, such as USA'
        : `write ${near.join(' or ')}, the nearest that there ${near.length === 1 ? 'is' : 'are'}`,
    }),
  ]
}
