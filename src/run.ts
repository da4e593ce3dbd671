import {explain} from './core/explain.ts'
import {EMPTY_RUN} from './core/run.ts'
import type {Run} from './core/run.ts'
import type {Face, Publication} from './face/face.ts'
import {annotate} from './face/log/annotations.ts'
import {closingLines} from './face/log/closing-lines.ts'
import {logDiagnostics} from './face/log/log-diagnostics.ts'
import {createProgress} from './face/log/log-progress.ts'
import {listenForCancellation} from './face/process/cancellation.ts'
import {keepHeapSmall} from './face/process/small-heap.ts'
import {createRedact} from './face/secrets/redact.ts'
import {redactRun} from './face/secrets/redact-run.ts'
import {createSecrets} from './face/secrets/secrets.ts'
import {readInputs} from './inputs/inputs.ts'
import type {Inputs} from './inputs/inputs.ts'
import {MANAGED} from './managed.ts'
import {createThumbnails} from './pictures/thumbnails/thumbnails.ts'
import {filesWithErrors} from './report/facts/diagnostics.ts'
import {verdictOf} from './report/facts/verdict.ts'
import {diagnosticWords} from './report/facts/words.ts'
import {renderPage} from './report/html/page.ts'
import type {Tools} from './verbs/tools.ts'
import {validateWithoutKey} from './verbs/without-key.ts'
import {work} from './verbs/work.ts'

/** One run: read the inputs, do the work, say what happened. */
export async function run(face: Face): Promise<void> {
  keepHeapSmall()
  // Until the verdict is known, any exit is a failure.
  process.exitCode = 1
  const secrets = createSecrets(face.hide)
  const redact = createRedact(
    {privateKey: face.read('api-private-key'), githubToken: face.read('github-token')},
    secrets.all,
  )
  const log = face.createLog(redact)
  const progress = face.showProgress(createProgress(log, face.workspace))
  const cancelled = listenForCancellation()
  const over = new AbortController()
  const signal = AbortSignal.any([cancelled, over.signal])
  const thumbnails = createThumbnails(face.workspace, cancelled)
  let known = EMPTY_RUN
  let inputs: Inputs | null = null
  try {
    inputs = await validateWithoutKey(readInputs(face, MANAGED), log, face)
    const note: Tools['note'] = (facts) => {
      known = {...known, ...facts}
    }
    const {add: addSecret} = secrets
    await work(inputs, {log, progress, thumbnails, signal, note, addSecret, keyAdvice: face})
    cancelled.throwIfAborted()
  } catch (error) {
    // What ends in the middle of a pause only says that it was ended.
    known = {...known, failure: explain(cancelled.aborted ? cancelled.reason : error)}
  } finally {
    over.abort()
    progress.stop()
  }
  const ended = redactRun(known, (text) => face.wording(redact(text)))
  const context = await face.context()
  const publication = {log, redact, context, cancelled}
  await tell(ended, face, publication).catch((error: unknown) => {
    log.fail(`The run cannot be reported. ${diagnosticWords(explain(error))}`)
  })
  if (inputs !== null && !cancelled.aborted) await face.announce(ended, inputs, publication)
  // Comes last: pictures take a while, and a page to look at is no reason for a run to fail.
  const report = async () => {
    // Of everything else that it sent, the store has pictures.
    if (ended.mode === 'sync') thumbnails.begin(ended.views, filesWithErrors(ended))
    const pictures = await thumbnails.made()
    cancelled.throwIfAborted()
    return face.publishReport(redact(renderPage(ended, pictures, context)))
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

async function tell(ended: Run, face: Face, publication: Publication): Promise<void> {
  const {log} = publication
  logDiagnostics(ended, log)
  annotate(ended, log)
  await face.publish(ended, publication)
  const verdict = verdictOf(ended)
  if (verdict.level === 'failure') log.fail(verdict.sentence)
  else log.line(verdict.sentence)
  face.end(ended, verdict)
}
