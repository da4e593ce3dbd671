import type {Diagnostic} from './diagnostic.ts'
import {isRefused} from './plan.ts'
import type {Plan} from './plan.ts'
import {prepare, viewsOf} from './prepare.ts'
import type {Prepared, PrepareOptions} from './prepare.ts'
import type {Progress} from './progress.ts'
import type {Results, StepResult} from './results.ts'
import type {Run} from './run.ts'
import {schedule} from './schedule.ts'
import type {Performer} from './section.ts'
import type {Step} from './step.ts'
import type {View} from './view.ts'
import type {StorePicture} from './vocabulary.ts'
import {markLost} from './mark-lost.ts'

export interface SyncOptions extends PrepareOptions {
  /** Whether the plan is carried out, or only made. */
  readonly apply: boolean
  /** How long Apple may take to process files, in milliseconds; 0 does not wait at all. */
  readonly processingTimeout: number
  readonly signal: AbortSignal
  readonly progress: Progress
  /** Called with what the sections show as soon as the plan is made. */
  readonly show: (views: readonly View[]) => void
  /** Called with the number of writes to come or, if negative, no longer needed: to keep within Apple's budget. */
  readonly expect: (writes: number) => void
  /**
   * Downloads small copies of pictures.
   *
   * @param drop - Ends it at once; what has not come by then is left out.
   * @returns `data:` addresses by Apple's id, for those that came.
   */
  readonly copyPictures: (
    pictures: ReadonlyMap<string, StorePicture>,
    drop: AbortSignal,
  ) => Promise<ReadonlyMap<string, string>>
}

type Synced = Pick<
  Run,
  | 'app'
  | 'version'
  | 'views'
  | 'plan'
  | 'results'
  | 'pictures'
  | 'copies'
  | 'diagnostics'
  | 'outputs'
>

/**
 * Makes the store what the folder says: read, plan, and carry out, unless only the plan is wanted or the plan is refused.
 *
 * A version that does not exist is planned on the one before it, which Apple copies. Once it is created, its contents are
 * read and the plan is made again.
 *
 * A plan that does not agree with the approved one is refused, so that nothing of it is carried out; so is one with an
 * error in a file whose bytes the store does not show yet.
 */
export async function sync(options: SyncOptions): Promise<Synced> {
  const forecast = await prepare(options)
  if (!options.apply || isRefused(forecast.plan)) {
    options.progress.begin(forecast.plan, options.apply)
    if (!options.apply) options.show(viewsOf(forecast, forecast.plan))
    const copies = options.apply
      ? new Map<string, string>()
      : await copiesOf(forecast, options, options.signal)
    return synced(forecast, {plan: forecast.plan, results: null, copies})
  }
  const opened = await open(forecast, options)
  if (opened === null) return carryOut(forecast, options, new Map())
  const prepared = await prepare(options)
  return carryOut(prepared, options, opened)
}

/**
 * Carries out what has to be there before the rest can be read.
 *
 * @returns null if there is nothing of that kind.
 * @throws whatever kept it from being done: the rest cannot even be planned.
 */
async function open(
  {plan, sections}: Prepared,
  {progress}: SyncOptions,
): Promise<ReadonlyMap<Step, StepResult> | null> {
  const openers = new Map(
    sections.filter(({section}) => section.opens).map((each) => [each.section.name, each]),
  )
  const own = new Set([...openers.values()].flatMap((each) => each.plan.steps.map(({id}) => id)))
  const results = new Map<Step, StepResult>()
  for (const step of plan.steps.filter(({id}) => own.has(id))) {
    const performer = openers.get(step.section)?.perform(unresolved)
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as planned
    const done = await performer?.perform(step)
    const result = {status: 'done', resourceId: done?.resourceId ?? null} as const
    progress.ended(step, result)
    results.set(step, result)
  }
  return results.size === 0 ? null : results
}

function unresolved(): never {
  throw new Error('An opening step cannot refer to another one.')
}

async function carryOut(
  prepared: Prepared,
  options: SyncOptions,
  opened: ReadonlyMap<Step, StepResult>,
): Promise<Synced> {
  const {sections, plan, pictures} = prepared
  const openedById = new Map([...opened].map(([step, result]) => [step.id, result]))
  const whole = {...plan, steps: [...opened.keys(), ...plan.steps]}
  if (isRefused(plan)) {
    return synced(prepared, {plan: whole, results: openedById, copies: new Map()})
  }

  // Started before anything is deleted, and made alongside the work: the run never waits for them.
  const worked = new AbortController()
  const copies = copiesOf(prepared, options, worked.signal)

  options.progress.begin(plan, true)
  const performers: Performer[] = []
  const results = await schedule(plan.steps, {
    ...options,
    performerOf(name, idOf) {
      const section = sections.find((each) => each.section.name === name)
      if (section === undefined) throw new Error(`There is no section ${name}.`)
      const performer = section.perform(idOf)
      performers.push(performer)
      return performer
    },
  })
  worked.abort()
  const lost = performers.flatMap((performer) => performer.lost())
  const ended = markLost(whole, new Map([...openedById, ...results]), lost)
  const shown = new Map([...pictures, ...performers.flatMap((each) => [...each.pictures])])
  const said = performers.flatMap((each) => Object.entries(each.outputs?.() ?? {}))
  const outputs = {...prepared.outputs, ...Object.fromEntries(said)}
  return synced({...prepared, pictures: shown, outputs}, {...ended, copies: await copies})
}

/** Of what the plan deletes. @param drop - Ends it; what has not come by then is left out. */
function copiesOf(
  {plan, pictures}: Prepared,
  {copyPictures}: SyncOptions,
  drop: AbortSignal,
): Promise<Run['copies']> {
  const going = plan.steps.flatMap(({action, resource}) =>
    action === 'delete' && resource !== null && 'id' in resource ? [resource.id] : [],
  )
  const wanted = new Set(going)
  return copyPictures(new Map([...pictures].filter(([id]) => wanted.has(id))), drop)
}

function synced(
  {app, version, sections, warnings, pictures, requirements, outputs}: Prepared,
  {
    plan,
    results,
    copies,
    diagnostics = [],
  }: {
    readonly plan: Plan
    readonly results: Results | null
    readonly copies: Run['copies']
    readonly diagnostics?: readonly Diagnostic[]
  },
): Synced {
  return {
    app,
    version,
    views: viewsOf({sections, requirements}, plan),
    plan,
    results,
    pictures,
    copies,
    outputs,
    diagnostics: [...warnings, ...diagnostics],
  }
}
