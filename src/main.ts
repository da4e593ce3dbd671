import {commentOnPullRequest} from './action/pull-request/comment-on-pull-request.ts'
import {listenForCancellation} from './action/runner/cancellation.ts'
import {closingLines} from './action/runner/closing-lines.ts'
import {readInputs, workspaceFolder} from './action/runner/inputs.ts'
import type {Inputs} from './action/runner/inputs.ts'
import {createLog} from './action/runner/log.ts'
import {createProgress} from './action/runner/log-progress.ts'
import {publish} from './action/runner/publish.ts'
import {publishReport} from './action/runner/publish-report.ts'
import {createRedact} from './action/runner/redact.ts'
import {redactRun} from './action/runner/redact-run.ts'
import {plannedFiles} from './action/runner/repository-files.ts'
import {runContext} from './action/runner/run-context.ts'
import {createSecrets} from './action/runner/secrets.ts'
import {keepHeapSmall} from './action/runner/small-heap.ts'
import {validateWithoutKey} from './action/runner/without-key.ts'
import {explain} from './core/explain.ts'
import {EMPTY_RUN} from './core/run.ts'
import {createThumbnails} from './pictures/thumbnails/thumbnails.ts'
import {filesWithErrors} from './report/facts/diagnostics.ts'
import {diagnosticWords} from './report/facts/words.ts'
import {MANAGED} from './managed.ts'
import type {Tools} from './verbs/tools.ts'
import {work} from './verbs/work.ts'

/** One run: read the inputs, do the work, say what happened. */
async function main(): Promise<void> {
  keepHeapSmall()
  // Until the verdict is known, any exit is a failure.
  process.exitCode = 1
  const secrets = createSecrets()
  const redact = createRedact(
    {
      privateKey: process.env['INPUT_API-PRIVATE-KEY'] ?? '',
      githubToken: process.env['INPUT_GITHUB-TOKEN'] ?? '',
    },
    secrets.all,
  )
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
    await work(inputs, {log, progress, thumbnails, signal, note, addSecret: secrets.add})
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

await main()
