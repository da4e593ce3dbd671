import type {Client} from '../../connect/client.ts'
import {requireStore} from '../../core/require-store.ts'
import type {Section} from '../../core/section.ts'
import type {Target} from '../../core/target.ts'
import {factsOfField} from '../../fields/detail.ts'
import {secretsIn} from '../../fields/field.ts'
import type {FieldValues} from '../../fields/field.ts'
import {findDeclared} from '../../fields/find-declared.ts'
import type {DeclaredOptions} from '../../fields/find-declared.ts'
import {viewFields} from '../../fields/view-fields.ts'
import {reviewDetailSchema} from './detail.ts'
import type {ReviewStepDetail} from './detail.ts'
import {performReview} from './perform.ts'
import {planReview} from './plan.ts'
import {pullReview} from './pull.ts'
import {requirementsOfReview} from './requirements.ts'
import {REVIEW, valuesOf, wantedReview} from './review.ts'
import type {StoredReview, WantedReview} from './review.ts'

export interface ReviewOptions extends DeclaredOptions {
  /** Null if the run does not use App Store Connect. */
  readonly store: {
    readonly client: Client
    readonly target: Target
    readonly signal: AbortSignal
  } | null
}

/** What App Review should know: contact, demo account and notes. */
export function reviewSection(
  options: ReviewOptions,
): Section<WantedReview, StoredReview, ReviewStepDetail> {
  /** The password is never shown, whether it is declared or not. */
  const hide = (wanted: WantedReview) => (values: FieldValues) => {
    const {demoAccountPassword: password} = values
    for (const secret of secretsIn(wanted, values)) options.addSecret(secret)
    if (typeof password === 'string' && password !== '') options.addSecret(password)
  }
  return {
    name: REVIEW,
    after: [],
    opens: false,
    scope: 'version',
    detail: reviewDetailSchema,
    find: (signal) => findDeclared(options, signal, wantedReview),
    async read(wanted) {
      const {target} = requireStore(options.store)
      const [{id: versionId}, part] = await Promise.all([
        target.version(),
        target.part('appStoreReviewDetail'),
      ])
      const detail = part === null ? null : {id: part.id, values: valuesOf(part.attributes)}
      if (detail !== null) hide(wanted)(detail.values)
      return {versionId, detail}
    },
    check: async () => [],
    plan: planReview,
    requirements: requirementsOfReview,
    perform: (work) => performReview(requireStore(options.store), work, hide(work.wanted)),
    facts: ({detail}) => (detail.kind === 'field' ? factsOfField({detail}) : {}),
    view: (fields, known) =>
      viewFields(
        REVIEW,
        [{place: REVIEW, title: 'App Review information', fields}],
        known?.plan ?? null,
      ),
    pull: () => pullReview(requireStore(options.store).target, options.addSecret),
    pictures: () => new Map(),
  }
}
