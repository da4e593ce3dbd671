import {commentOnPullRequest} from './action/pull-request/comment-on-pull-request.ts'
import {listenForCancellation} from './action/runner/cancellation.ts'
import {closingLines} from './action/runner/closing-lines.ts'
import {requireApp, requireKey} from './action/runner/credentials.ts'
import {describeTarget} from './action/runner/describe-target.ts'
import {readInputs, workspaceFolder} from './action/runner/inputs.ts'
import type {Inputs} from './action/runner/inputs.ts'
import {createLog} from './action/runner/log.ts'
import type {Log} from './action/runner/log.ts'
import {createProgress} from './action/runner/log-progress.ts'
import type {LogProgress} from './action/runner/log-progress.ts'
import {publish} from './action/runner/publish.ts'
import {publishReport} from './action/runner/publish-report.ts'
import {readPlanFile} from './action/runner/read-plan-file.ts'
import {createRedact} from './action/runner/redact.ts'
import {redactRun} from './action/runner/redact-run.ts'
import {plannedFiles} from './action/runner/repository-files.ts'
import {runContext} from './action/runner/run-context.ts'
import {keepHeapSmall} from './action/runner/small-heap.ts'
import {validateWithoutKey} from './action/runner/without-key.ts'
import type {VersionPartName} from './apple/version-parts.ts'
import type {AnySection, FoundSection} from './core/any-section.ts'
import {limitToLocales} from './core/approval/agree.ts'
import type {ApprovedPlan} from './core/approval/approved-plan.ts'
import {readPlan} from './core/approval/read-plan.ts'
import {isError} from './core/diagnostic.ts'
import {explain} from './core/explain.ts'
import {findSections} from './core/find-sections.ts'
import {lookUpTarget} from './core/look-up-target.ts'
import {EMPTY_RUN} from './core/run.ts'
import type {Run} from './core/run.ts'
import {splitPlan} from './core/shards.ts'
import {sync} from './core/sync.ts'
import {localesOf} from './core/view.ts'
import {inOrder} from './files/diagnostic-order.ts'
import {wantedLocales} from './files/wanted-locales.ts'
import {copyPictures} from './pictures/copy-pictures.ts'
import {createThumbnails} from './pictures/thumbnails/thumbnails.ts'
import type {Thumbnails} from './pictures/thumbnails/thumbnails.ts'
import {filesWithErrors} from './report/facts/diagnostics.ts'
import {diagnosticWords} from './report/facts/words.ts'
import {chooseManaged, isManaged, listSections, MANAGED, versionParts} from './sections.ts'
import type {OpenStore} from './sections.ts'
import {createTarget} from './sections/version/target.ts'
import {openStore} from './transfer/store.ts'

/** What a run works with, whatever it is about. */
interface Tools {
  readonly log: Log
  readonly progress: LogProgress
  readonly thumbnails: Thumbnails
  /** Ends everything under way. */
  readonly signal: AbortSignal
  /** Adds what has become known of the run. */
  readonly note: (facts: Partial<Run>) => void
}

/** One run: read the inputs, do the work, say what happened. */
async function main(): Promise<void> {
  keepHeapSmall()
  // Until the verdict is known, any exit is a failure.
  process.exitCode = 1
  const redact = createRedact({
    privateKey: process.env['INPUT_API-PRIVATE-KEY'] ?? '',
    githubToken: process.env['INPUT_GITHUB-TOKEN'] ?? '',
  })
  const log = createLog(redact)
  const progress = createProgress(log, workspaceFolder())
  const cancelled = listenForCancellation()
  const over = new AbortController()
  const signal = AbortSignal.any([cancelled, over.signal])
  const thumbnails = createThumbnails(workspaceFolder(), cancelled)
  let run = EMPTY_RUN
  let inputs: Inputs | null = null
  try {
    inputs = await validateWithoutKey(readInputs(MANAGED), log)
    const note: Tools['note'] = (facts) => {
      run = {...run, ...facts}
    }
    await work(inputs, {log, progress, thumbnails, signal, note})
    cancelled.throwIfAborted()
  } catch (error) {
    // What ends in the middle of a pause only says that it was ended.
    run = {...run, failure: explain(cancelled.aborted ? cancelled.reason : error)}
  } finally {
    over.abort()
    progress.stop()
  }
  run = redactRun(run, redact)
  const context = await runContext()
  // Without them, files are only named.
  const addresses = await plannedFiles(run, workspaceFolder(), context).catch(() => new Map())
  await publish(run, {log, redact, addresses}).catch((error: unknown) => {
    log.fail(`The run cannot be reported. ${diagnosticWords(explain(error))}`)
  })
  if (inputs !== null && !cancelled.aborted) {
    await commentOnPullRequest(run, inputs, {log, redact, cancelled, addresses, context})
  }
  // Comes last: pictures take a while, and a page to look at is no reason for a run to fail.
  const report = async () => {
    // Of everything else that it sent, the store has pictures.
    if (run.mode === 'sync') thumbnails.begin(run.views, filesWithErrors(run))
    const pictures = await thumbnails.made()
    cancelled.throwIfAborted()
    return publishReport(run, pictures, context, redact)
  }
  const reportPath = cancelled.aborted
    ? null
    : await report().catch((error: unknown) => {
        const why = explain(cancelled.aborted ? cancelled.reason : error)
        log.annotate('warning', `There is no report to look at. ${diagnosticWords(why)}`)
        return null
      })
  const took = {milliseconds: performance.now(), requests: progress.requests()}
  for (const line of closingLines({...took, reportPath})) log.line(line)
}

/** Reads the folder and, beside it, the store; plans the difference; carries it out. */
async function work(inputs: Inputs, tools: Tools): Promise<void> {
  const {mode, processingTimeout, failOnChanges, prune} = inputs
  const {log, progress, thumbnails, signal, note} = tools
  note({mode, waits: processingTimeout > 0, failOnChanges})
  const {managed, left} = await chooseManaged(inputs)
  const parts = versionParts(managed)
  const store = mode === 'validate' ? null : await connect(inputs, parts, tools)
  const limit = wantedLocales(inputs.locales, [...managed.values()][0]?.path ?? '')
  const listed = listSections(
    {...inputs, locales: limit.locales},
    {managed, store, startedAt: performance.timeOrigin},
  )
  const approved = await approvedPlan(
    inputs,
    listed.map(({section}) => section),
    signal,
  )
  const managedSections = listed.filter(isManaged(managed)).map(({section}) => section)
  // Starts while the folder is read.
  const lookingUp = store === null ? null : lookUpTarget(store.target, managedSections)
  lookingUp?.catch(() => 'reported where it is awaited')

  for (const {name, path} of left) {
    const what = `${path} is left alone, because \`manage\` does not name \`${name}\`.`
    log.annotate('notice', what)
  }
  const sections = await findSections(managedSections, signal)
  const diagnostics = inOrder([
    ...limit.diagnostics,
    ...limit.withoutFolder(sections.flatMap(({locales}) => locales)),
    ...sections.flatMap((section) => section.diagnostics),
  ])
  const views = sections.flatMap((section) => section.views())
  note({diagnostics, views})
  progress.namePlaces(views)
  const summaries = sections.flatMap(({summary}) => summary ?? [])
  if (summaries.length > 0) log.line(`Folder: ${summaries.join('; ')}.`)

  const isWrong = diagnostics.some(isError)
  const checkAll = async () => {
    note({diagnostics: inOrder([...diagnostics, ...(await checks(sections))])})
  }
  if (mode === 'validate' || (mode === 'plan' && isWrong)) thumbnails.begin(views)
  if (store === null || lookingUp === null || isWrong) {
    await checkAll()
    return
  }

  const about = await lookingUp.catch(async (error: unknown) => {
    await checkAll()
    throw error
  })
  log.line(describeTarget(about))
  const synced = await sync({
    sections,
    target: store.target,
    policy: {prune, waits: processingTimeout > 0},
    apply: mode === 'sync',
    approved,
    includesUnlocalized: inputs.shard === null || inputs.shard === inputs.shards,
    processingTimeout,
    signal,
    progress,
    // What a run sends is soon in the store, which has pictures of it.
    show: (shown) => thumbnails.begin(shown),
    expect: store.expect,
    copyPictures: (pictures, drop) => copyPictures(pictures, AbortSignal.any([signal, drop])),
  })
  note({
    ...synced,
    diagnostics: inOrder([...diagnostics, ...synced.diagnostics]),
    shards:
      mode === 'plan' && synced.plan !== null
        ? splitPlan(synced.plan, {
            locales: localesOf(views),
            most: inputs.shards,
            opening: new Set(sections.flatMap(({section}) => (section.opens ? section.name : []))),
          })
        : [],
  })
}

/** @throws {InputError} if the app or the key is not named. */
async function connect(
  inputs: Inputs,
  parts: readonly VersionPartName[],
  {progress, signal}: Tools,
): Promise<OpenStore> {
  const {mode, platform, version: versionString, createVersion: create} = inputs
  const app = requireApp(inputs.app)
  const store = openStore({
    ...inputs,
    key: await requireKey(inputs.key),
    jobs: mode === 'sync' ? inputs.shards : 1,
    progress,
    signal,
  })
  const version = {platform, versionString, create}
  return {...store, target: createTarget({client: store.client, app, version, parts, signal})}
}

async function approvedPlan(
  {planFile, workspace, locales}: Inputs,
  sections: readonly AnySection[],
  signal: AbortSignal,
): Promise<ApprovedPlan | null> {
  if (planFile === null) return null
  const text = await readPlanFile(planFile, workspace, signal)
  return limitToLocales(readPlan(text, planFile, sections), locales)
}

/** What is wrong with the files if the store is not read. */
async function checks(sections: readonly FoundSection[]) {
  const all = await Promise.all(sections.map((section) => section.check()))
  return all.flat()
}

await main()
