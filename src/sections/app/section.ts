import {IN_REVIEW_STATES} from '../../apple/review-states.ts'
import type {Client} from '../../connect/client.ts'
import {requireStore} from '../../core/require-store.ts'
import type {Section} from '../../core/section.ts'
import type {Target} from '../../core/target.ts'
import {factsOfField, fieldDetailSchema} from '../../fields/detail.ts'
import type {FieldDetail} from '../../fields/detail.ts'
import {secretsIn} from '../../fields/field.ts'
import {findDeclared} from '../../fields/find-declared.ts'
import type {DeclaredOptions} from '../../fields/find-declared.ts'
import {viewFields} from '../../fields/view-fields.ts'
import {AGE_RATING, APP, wantedApp} from './app.ts'
import type {StoredApp, WantedApp} from './app.ts'
import {checkApp} from './check.ts'
import {performApp} from './perform.ts'
import {planApp} from './plan.ts'
import {pullApp} from './pull.ts'
import {readPrice} from './price-requests.ts'
import {requirementsOfApp} from './requirements.ts'

export interface AppOptions extends DeclaredOptions {
  /** When the run began, in milliseconds since 1970. */
  readonly startedAt: number
  /** Null if the run does not use App Store Connect. */
  readonly store: {
    readonly client: Client
    readonly target: Target
    readonly signal: AbortSignal
  } | null
}

/** The app itself: primary locale, content rights, categories, age rating and price. */
export function appSection(options: AppOptions): Section<WantedApp, StoredApp, FieldDetail> {
  const today = new Date(options.startedAt).toISOString().slice(0, 10)
  return {
    name: APP,
    after: [],
    opens: false,
    scope: 'app',
    detail: fieldDetailSchema,
    find: (signal) => findDeclared(options, signal, wantedApp),
    async read(wanted) {
      const {client, target} = requireStore(options.store)
      const app = await target.app()
      const amount = wanted.amount && {
        territory: wanted.amount.baseTerritory.value,
        amount: wanted.amount.customerPrice.value,
      }
      const [info, contentRights, price, version] = await Promise.all([
        target.appInfo(),
        target.contentRights(),
        readPrice(client, app.id, amount, today),
        target.version(),
      ])
      const attributes = {
        primaryLocale: app.primaryLocale,
        contentRightsDeclaration: contentRights,
      }
      secretsIn(wanted.app, attributes).forEach(options.addSecret)
      const isInReview = IN_REVIEW_STATES.includes(version.state)
      return {app, attributes, info, price, isInReview}
    },
    check: async (wanted, have) => checkApp(wanted, have),
    plan: planApp,
    requirements: requirementsOfApp,
    perform: (work) => performApp({...requireStore(options.store), today}, work),
    facts: factsOfField,
    view: (wanted, known) =>
      viewFields(
        APP,
        [
          {
            place: APP,
            title: 'App',
            fields: [...wanted.app, ...wanted.categories, ...wanted.price],
          },
          {place: AGE_RATING, title: 'Age rating', fields: wanted.ageRating},
        ],
        known?.plan ?? null,
      ),
    pull: () => pullApp({...requireStore(options.store), today}),
    pictures: () => new Map(),
  }
}
