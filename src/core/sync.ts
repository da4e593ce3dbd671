import {picturesOf} from '../sections/media/listing.ts'
import type {ActualListing, DesiredListing} from '../sections/media/listing.ts'
import type {ApprovedPlan} from './approval/approved-plan.ts'
import type {Plan} from './plan.ts'
import type {Run} from './run.ts'
import {isError} from './diagnostic.ts'
import type {Problem} from './diagnostic.ts'
import type {Watcher} from './progress.ts'
import {disagreements} from './approval/agree.ts'
import {planListing} from '../sections/media/plan/plan-listing.ts'
import type {Policy} from './policy.ts'
import {shownFiles} from '../sections/media/plan/shown-files.ts'
import type {Store, Target} from '../sections/media/store.ts'
import {runPlan} from './schedule.ts'
import {withoutVanished} from './without-vanished.ts'

export interface SynchroniseOptions {
  readonly store: Store
  readonly desired: DesiredListing
  readonly policy: Policy
  /** Tells what speaks against the files, but for those at the paths that it is given: the store shows their bytes. */
  readonly weigh: (shown: ReadonlySet<string>) => Promise<readonly Problem[]>
  /** Whether the plan is carried out, or only made. */
  readonly apply: boolean
  /** The plan that has to agree with each one that is made; null when none has to. */
  readonly approved: ApprovedPlan | null
  /** How long Apple may take to process files, in milliseconds; 0 does not wait at all. */
  readonly processingTimeout: number
  readonly signal: AbortSignal
  readonly watcher: Watcher
}

/** Apple shows checksums a little later than it says that a file is complete. */
const CHECKSUM_MILLISECONDS = 60_000
/** A plan is wanted soon; what Apple has not settled by then is shown as undecided. */
const PLAN_MILLISECONDS = 60_000

interface Outcome extends Pick<
  Run,
  'app' | 'version' | 'plan' | 'results' | 'images' | 'vanished' | 'keepsakes'
> {
  /** About files that are sent. */
  readonly warnings: readonly Problem[]
}

interface Prepared {
  readonly target: Target
  readonly actual: ActualListing
  readonly plan: Plan
  readonly warnings: readonly Problem[]
}

/**
 * Makes the store's listing the desired one: read, plan, and carry out, unless only the plan is wanted or the plan
 * refuses.
 *
 * A version that does not exist is planned on the one before it, which Apple copies; when it has been made, what it was
 * born with is read and planned anew.
 *
 * A plan that does not agree with the approved one is refused, so that nothing of it is carried out; so is one with an
 * error in a file whose bytes the store does not show yet.
 */
export async function synchronise(target: Target, options: SynchroniseOptions): Promise<Outcome> {
  const {store, desired, policy, approved, apply, processingTimeout, weigh} = options
  const patience = {
    processing: apply ? processingTimeout : Math.min(processingTimeout, PLAN_MILLISECONDS),
    checksum: CHECKSUM_MILLISECONDS,
  }
  const prepare = async (place: Target): Promise<Prepared> => {
    const actual = await store.read(place, desired, patience)
    const found = await weigh(shownFiles(desired, actual))
    const warnings = found.filter((problem) => !isError(problem))
    const wanted = planListing(desired, actual, policy)
    const plan = withoutBadFiles(wanted, found.filter(isError))
    const version = place.version ?? wantedVersion(policy)
    if (approved === null || version === null) return {target: place, actual, plan, warnings}
    const other = disagreements(approved, {app: place.app, version, plan: wanted})
    const refusals = [...plan.refusals, ...other]
    return {target: place, actual, plan: {...plan, refusals}, warnings}
  }

  const forecast = await prepare(target)
  if (!apply || forecast.plan.refusals.length > 0) {
    options.watcher.begin(forecast.plan, false)
    const keepsakes = apply ? new Map() : await keepsakesOf(forecast, store, options.signal)
    return {...outcome(forecast, policy), keepsakes}
  }

  const [first] = forecast.plan.steps
  if (first?.kind !== 'create-version') return carryOut(forecast, options)

  const start = performance.now()
  const place = await store.createVersion(target, first)
  const time = performance.now() - start
  const created = {status: 'done', resourceId: place.version?.id ?? null} as const
  options.watcher.ended(first, created, {work: time, total: time})

  const born = await prepare(place)
  const made = await carryOut(born, options)
  return {
    ...made,
    plan: {...born.plan, steps: [first, ...born.plan.steps]},
    results: new Map([[first.id, created], ...(made.results ?? [])]),
  }
}

async function carryOut(prepared: Prepared, options: SynchroniseOptions): Promise<Outcome> {
  const {target, actual, plan} = prepared
  const before = outcome(prepared, options.policy)
  if (target.version === null || plan.refusals.length > 0) return {...before, keepsakes: new Map()}

  // Begun before anything is deleted, and made beside the work: no run waits for them.
  const worked = new AbortController()
  const keepsakes = keepsakesOf(prepared, options.store, worked.signal)

  const {section, images, vanished} = options.store.mediaSection(
    target.version,
    {desired: options.desired, actual},
    plan,
  )
  options.watcher.begin(plan, true)
  const results = await runPlan(plan, {...options, section, expect: options.store.expect})
  worked.abort()
  return {
    ...before,
    ...withoutVanished(plan, results, vanished()),
    images,
    keepsakes: await keepsakes,
  }
}

/** As with any other error of the folder, a plan with a bad file has nothing to do but to tell so. */
function withoutBadFiles(plan: Plan, errors: readonly Problem[]): Plan {
  if (errors.length === 0) return plan
  return {
    ...plan,
    steps: [],
    undecided: [],
    notes: [],
    refusals: [...plan.refusals, ...errors],
  }
}

function picturesIn({localizations}: ActualListing): Outcome['images'] {
  return picturesOf(localizations.flatMap(({sets}) => sets))
}

function wantedVersion({createVersion}: Policy) {
  return createVersion === null
    ? null
    : {id: null, versionString: createVersion, state: 'not created'}
}

/** @param drop - Ends it; what has not come by then is left out. */
function keepsakesOf(
  {actual, plan}: Prepared,
  store: Store,
  drop: AbortSignal,
): Promise<Outcome['keepsakes']> {
  const going = new Set(plan.steps.flatMap((step) => (step.kind === 'delete' ? step.assetId : [])))
  const images = [...picturesIn(actual)].filter(([assetId]) => going.has(assetId))
  return store.copyPictures(new Map(images), drop)
}

function outcome(
  {target, actual, plan, warnings}: Prepared,
  policy: Policy,
): Omit<Outcome, 'keepsakes'> {
  return {
    app: target.app,
    version: target.version ?? wantedVersion(policy),
    plan,
    warnings,
    results: null,
    images: picturesIn(actual),
    vanished: [],
  }
}
