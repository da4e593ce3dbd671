import {listenForCancellation} from './action/runner/cancellation.ts'
import {commentOnPullRequest} from './action/pull-request/comment-on-pull-request.ts'
import {requireApp, requireKey} from './action/runner/credentials.ts'
import {describeListing, describeTarget} from './action/runner/describe.ts'
import {findFiles} from './files/discover/find-files.ts'
import {readInputs, workspaceFolder} from './action/runner/inputs.ts'
import type {Inputs} from './action/runner/inputs.ts'
import {createLog} from './action/runner/log.ts'
import type {Log} from './action/runner/log.ts'
import {readPlanFile} from './action/runner/read-plan-file.ts'
import {createProgress} from './action/runner/log-progress.ts'
import {publish} from './action/runner/publish.ts'
import {publishReport} from './action/runner/publish-report.ts'
import {createRedact} from './action/runner/redact.ts'
import type {Redact} from './action/runner/redact.ts'
import {redactRun} from './action/runner/redact-run.ts'
import {keepHeapSmall} from './action/runner/small-heap.ts'
import {validateWithoutKey} from './action/runner/without-key.ts'
import {synchronise} from './core/sync.ts'
import {inOrder} from './files/problem-order.ts'
import {readFolders} from './sections/media/folder/read-folders.ts'
import {createThumbnails} from './pictures/thumbnails/thumbnails.ts'
import type {Thumbnails} from './pictures/thumbnails/thumbnails.ts'
import {createWeigh} from './sections/media/folder/weigh-objections.ts'
import {isError} from './core/diagnostic.ts'
import {NOT_BEGUN} from './core/run.ts'
import type {DesiredListing} from './sections/media/listing.ts'
import type {Plan} from './core/plan.ts'
import type {ApprovedPlan} from './core/approval/approved-plan.ts'
import type {Run} from './core/run.ts'
import type {Watcher} from './core/progress.ts'
import {limitTo} from './core/approval/agree.ts'
import type {Policy} from './core/policy.ts'
import {readPlan} from './core/approval/read-plan.ts'
import {splitPlan} from './core/shards.ts'
import {failureOf} from './core/explain.ts'
import {openStore} from './sections/media/store.ts'
import type {Store} from './sections/media/store.ts'
import {failureWords} from './report/facts/words.ts'

/** One run: read the folder and, beside it, the store; plan the difference; carry it out; tell what happened. */
async function main(): Promise<void> {
  keepHeapSmall()
  // Until the verdict is told, an end of any kind is no success.
  process.exitCode = 1
  const redact = createRedact({
    privateKey: process.env['INPUT_API-PRIVATE-KEY'] ?? '',
    githubToken: process.env['INPUT_GITHUB-TOKEN'] ?? '',
  })
  const log = createLog(redact)
  const progress = createProgress(log)
  const cancelled = listenForCancellation()
  const over = new AbortController()
  const signal = AbortSignal.any([cancelled, over.signal])
  const thumbnails = createThumbnails(workspaceFolder(), cancelled)
  let run = NOT_BEGUN
  let inputs: Inputs | null = null
  try {
    inputs = await validateWithoutKey(readInputs(), log)
    const {mode, processingTimeout} = inputs
    run = {...run, mode, waits: processingTimeout > 0, failOnChanges: inputs.failOnChanges}
    const approved = await approvedPlan(inputs, signal)

    const store = mode === 'validate' ? null : await storeOf(inputs, signal, progress)
    const finding = store?.findTarget()
    finding?.catch(() => 'told where it is awaited, unless the folder has problems of its own')

    log.phase('Folder')
    const {listing, problems, objections} = await readFolder(inputs, signal)
    run = {...run, listing, problems}
    log.line(describeListing(listing))
    const weigh = createWeigh(objections, {workspace: inputs.workspace, signal})
    /** For a store that is not read: every objection counts. */
    const weighAll = async () => {
      run = {...run, problems: inOrder([...problems, ...(await weigh(new Set()))])}
    }

    const isWrong = problems.some(isError)
    if (mode === 'validate' || (mode === 'plan' && isWrong)) thumbnails.begin(listing, null)
    if (store === null || finding === undefined || isWrong) {
      await weighAll()
    } else {
      log.phase('App Store Connect')
      const target = await finding.catch(async (error: unknown) => {
        await weighAll()
        throw error
      })
      log.line(describeTarget(target))
      const {warnings, ...outcome} = await synchronise(target, {
        store,
        desired: listing,
        policy: policyOf(inputs),
        weigh,
        approved,
        apply: mode === 'sync',
        processingTimeout,
        signal,
        watcher: {
          ...progress,
          begin(plan, apply) {
            progress.begin(plan, apply)
            // What a run sends is soon in the store, which has pictures of it.
            if (mode === 'plan') thumbnails.begin(listing, plan)
          },
        },
      })
      run = {
        ...run,
        ...outcome,
        problems: inOrder([...problems, ...warnings]),
        shards: shardsOf(inputs, listing, outcome.plan),
      }
      cancelled.throwIfAborted()
    }
  } catch (error) {
    run = {...run, failure: failureWords(failureOf(error))}
  } finally {
    over.abort()
    progress.stop()
  }
  run = redactRun(run, redact)
  await publish(run, log, redact).catch((error: unknown) => {
    log.fail(`The run cannot be reported. ${failureWords(failureOf(error))}`)
  })
  const telling = {log, redact, cancelled}
  if (inputs !== null && !cancelled.aborted) await commentOnPullRequest(run, inputs, telling)
  if (!cancelled.aborted) await report(run, thumbnails, telling)
}

interface Telling {
  readonly log: Log
  readonly redact: Redact
  readonly cancelled: AbortSignal
}

/** Comes last: pictures take a while, and a page to look at is no reason for a run to fail. */
async function report(
  run: Run,
  thumbnails: Thumbnails,
  {log, redact, cancelled}: Telling,
): Promise<void> {
  try {
    const pictures = await thumbnails.made()
    cancelled.throwIfAborted()
    await publishReport(run, pictures, redact)
  } catch (error) {
    const why = failureOf(cancelled.aborted ? cancelled.reason : error)
    log.annotate('warning', `There is no report to look at. ${failureWords(why)}`)
  }
}

async function storeOf(inputs: Inputs, signal: AbortSignal, watcher: Watcher): Promise<Store> {
  const {mode, platform, version, createVersion, shards} = inputs
  return openStore({
    ...inputs,
    app: requireApp(inputs.app),
    key: await requireKey(inputs.key),
    wish: {platform, versionString: version, create: createVersion},
    jobs: mode === 'sync' ? shards : 1,
    startedAt: performance.timeOrigin,
    signal,
    watcher,
  })
}

function shardsOf({mode, shards}: Inputs, desired: DesiredListing, plan: Plan | null) {
  return mode === 'plan' && plan !== null ? splitPlan(plan, desired, shards) : []
}

async function approvedPlan(
  {planFile, workspace, locales}: Inputs,
  signal: AbortSignal,
): Promise<ApprovedPlan | null> {
  if (planFile === null) return null
  return limitTo(readPlan(await readPlanFile(planFile, workspace, signal), planFile), locales)
}

function policyOf({platform, prune, processingTimeout, createVersion, version}: Inputs): Policy {
  return {
    platform,
    prune,
    waits: processingTimeout > 0,
    createVersion: createVersion ? version : null,
  }
}

async function readFolder(
  {workspace, platform, locales, screenshots, previews}: Inputs,
  signal: AbortSignal,
) {
  const [images, videos] = await Promise.all([
    findFiles(screenshots.path, workspace, signal),
    findFiles(previews.path, workspace, signal),
  ])
  return readFolders({
    workspace,
    platform,
    locales,
    screenshots: {...screenshots, found: images},
    previews: {...previews, found: videos},
    signal,
  })
}

await main()
