import {Refusal, invalidRelationship, stateError, stateErrorOf} from '../http/refusal.ts'
import {attribute} from '../http/request-body.ts'
import {later} from '../store/due.ts'
import type {Entity} from '../store/records.ts'
import {entitiesOf, entityOf} from '../store/store.ts'
import type {Store} from '../store/store.ts'
import type {World} from '../store/world.ts'
import type {Draft} from './draft.ts'
import {missingForReview} from './readiness.ts'
import {itemsOf, reviewableOf} from './reviewables.ts'

/**
 * Throws 409 if the platform has a submission that is not over [inferred, reference.md §6.9; the unkind reading: one that
 * is being canceled is not over].
 */
export function requireNoOpenSubmission(world: World, {attributes, related}: Draft): void {
  requireAgreements(world)
  const open = entitiesOf(world.store, 'reviewSubmissions', 'app', related['app'] ?? '').some(
    (each) =>
      each.attributes['platform'] === attributes['platform'] &&
      each.attributes['state'] !== 'COMPLETE',
  )
  if (open) {
    throw stateErrorOf(
      'ALREADY_EXISTS',
      'There is an open review submission for the platform of the app already',
    )
  }
}

/** PATCH of a submission: it is submitted or canceled, or nothing happens. */
export function changeSubmission(world: World, submission: Entity, body: unknown): void {
  if (attribute(body, 'submitted') === true) submit(world, submission)
  if (attribute(body, 'canceled') === true) cancel(world, submission)
}

/** Throws what speaks against an item, its readiness included, whatever the client has checked itself. */
export function checkItem(world: World, {related}: Draft): void {
  requireAgreements(world)
  const submission = submissionOf(world.store, related)
  if (submission.attributes['state'] !== 'READY_FOR_REVIEW') {
    throw stateError('Item was already submitted')
  }
  const reviewable = reviewableOf(world, related)
  if (reviewable === null) {
    throw invalidRelationship('appStoreVersion', 'Exactly one thing to review is needed')
  }
  const elsewhere = [...world.store.entities.values()].some(
    (each) =>
      each.type === 'reviewSubmissionItems' &&
      each.attributes['state'] !== 'REMOVED' &&
      each.related[reviewable.relationship] === reviewable.id &&
      submissionOf(world.store, each.related).attributes['state'] !== 'COMPLETE',
  )
  if (elsewhere) {
    throw stateErrorOf(
      'ITEM_PART_OF_ANOTHER_SUBMISSION',
      `${reviewable.type} with id '${reviewable.id}' is part of another review submission`,
    )
  }
  requireReviewable(world, related)
}

/** A version that was added can be reviewed only after a while. */
export function awaitReadiness(world: World, {id, related}: Draft): void {
  later(world, world.settings.reviewMilliseconds, () => {
    const item = world.store.entities.get(id)
    if (item === undefined || item.attributes['state'] === 'REMOVED') return
    reviewableOf(world, related)?.enter('READY_FOR_REVIEW')
  })
}

/** PATCH of an item. */
export function changeItem(world: World, item: Entity, body: unknown): void {
  const {state} = submissionOf(world.store, item.related).attributes
  if (state !== 'READY_FOR_REVIEW' && state !== 'UNRESOLVED_ISSUES') {
    throw stateError('Item was already submitted')
  }
  // [inferred] After a rejection: what was fixed is reviewed again once the submission is submitted again.
  if (attribute(body, 'resolved') === true) {
    item.attributes = {...item.attributes, state: 'READY_FOR_REVIEW'}
    awaitReadiness(world, item)
  }
  if (attribute(body, 'removed') !== true) return
  item.attributes = {...item.attributes, state: 'REMOVED'}
  reviewableOf(world, item.related)?.enter('PREPARE_FOR_SUBMISSION')
}

/** Before an item is deleted: what it is about can be changed again. Throws 409 once it is submitted. */
export function takeOut(world: World, item: Entity): void {
  const {state} = submissionOf(world.store, item.related).attributes
  if (state !== 'READY_FOR_REVIEW') throw stateError('Item was already submitted')
  reviewableOf(world, item.related)?.enter('PREPARE_FOR_SUBMISSION')
}

function submit(world: World, submission: Entity): void {
  requireAgreements(world)
  const {state} = submission.attributes
  if (state !== 'READY_FOR_REVIEW' && state !== 'UNRESOLVED_ISSUES') {
    throw stateErrorOf('ENTITY_STATE_INVALID', 'Resource is not in submittable state')
  }
  const items = itemsOf(world.store, submission.id)
  // [inferred] Neither of nothing, nor before App Store Connect has taken the items in.
  if (items.length === 0) {
    throw stateErrorOf('ENTITY_STATE_INVALID', 'The review submission has no items')
  }
  const reviewables = items.flatMap(({related}) => reviewableOf(world, related) ?? [])
  const early = reviewables.find((each) => each.state !== 'READY_FOR_REVIEW')
  if (early !== undefined) {
    throw stateErrorOf(
      'ENTITY_STATE_INVALID',
      `${early.type} with id '${early.id}' is in state ${early.state}, not READY_FOR_REVIEW`,
    )
  }
  for (const {related} of items) requireReviewable(world, related)
  const submittedDate = new Date(world.settings.now()).toISOString()
  submission.attributes = {...submission.attributes, state: 'WAITING_FOR_REVIEW', submittedDate}
  for (const reviewable of reviewables) reviewable.enter('WAITING_FOR_REVIEW')
}

/** [inferred] The unkind reading of "too late": as soon as the review has begun. */
function cancel(world: World, submission: Entity): void {
  const {state} = submission.attributes
  if (state !== 'WAITING_FOR_REVIEW' && state !== 'UNRESOLVED_ISSUES') {
    throw stateErrorOf('ENTITY_STATE_INVALID', 'Resource is not in cancellable state')
  }
  submission.attributes = {...submission.attributes, state: 'CANCELING'}
  later(world, world.settings.reviewMilliseconds, () => {
    submission.attributes = {...submission.attributes, state: 'COMPLETE'}
    for (const item of itemsOf(world.store, submission.id)) {
      item.attributes = {...item.attributes, state: 'REMOVED'}
      reviewableOf(world, item.related)?.enter('DEVELOPER_REJECTED')
    }
  })
}

/** Throws 409 with everything that is missing. */
function requireReviewable(world: World, related: Entity['related']): void {
  const reviewable = reviewableOf(world, related)
  if (reviewable === null) return
  const {type, id, isReviewable} = reviewable
  const associatedErrors = type === 'appStoreVersions' ? missingForReview(world, id) : {}
  if (isReviewable && Object.keys(associatedErrors).length === 0) return
  throw new Refusal(409, {
    code: 'STATE_ERROR.ENTITY_STATE_INVALID',
    title: `${type} with id '${id}' is not in valid state.`,
    detail: 'This resource cannot be reviewed, please check associated errors to see why.',
    meta: {associatedErrors},
  })
}

function requireAgreements({settings}: World): void {
  if (settings.agreementsSigned) return
  throw new Refusal(403, {
    code: 'FORBIDDEN.REQUIRED_AGREEMENTS_MISSING_OR_EXPIRED',
    title: 'A required agreement is missing or has expired.',
    detail: 'This request requires an in-effect agreement that has not been signed or has expired.',
  })
}

function submissionOf(store: Store, related: Entity['related']): Entity {
  return entityOf(store, 'reviewSubmissions', related['reviewSubmission'] ?? '')
}
