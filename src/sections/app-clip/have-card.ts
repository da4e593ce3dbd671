import type {Diagnostic} from '../../core/diagnostic.ts'
import type {StoredLocale} from './read-localizations.ts'
import type {Card} from './requests.ts'

/** What App Store Connect has of the card. */
export interface HaveCard {
  /** Why the card cannot be managed, or null. */
  readonly obstacle: Diagnostic | null
  /** The card of the version or, while it has none, the one that a new card starts from. Null if there is neither. */
  readonly card: Card | null
  /** Whether the version has the card already. */
  readonly isOwn: boolean
  readonly localizations: readonly StoredLocale[]
  /** Apple's code of the app's primary language. */
  readonly primaryLocale: string
}
