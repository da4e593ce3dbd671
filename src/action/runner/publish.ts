import {summary} from '@actions/core'

import {isRefused} from '../../core/plan.ts'
import type {Run} from '../../core/run.ts'
import type {Addresses} from '../../report/facts/context.ts'
import {isReady} from '../../report/facts/readiness.ts'
import {count} from '../../report/facts/counts.ts'
import {renderMatrix} from '../../report/json/matrix.ts'
import {renderPlanFile} from '../../report/json/render-plan-file.ts'
import {renderSummary} from '../../report/markdown/summary.ts'
import type {Log} from '../../face/log/log.ts'
import {writeOutputFile} from './output-file.ts'
import {setOutput} from './outputs.ts'
import type {Publication} from '../../face/face.ts'

export interface PublishOptions extends Pick<Publication, 'log' | 'redact'> {
  readonly addresses: Addresses
}

/**
 * Writes the plan file, the outputs and the job summary. If one of them cannot be written, the others still are: the
 * verdict is about the store.
 *
 * @param run - After {@link redactRun}. The plan file is not redacted any further: somebody may approve it, so the
 *   names in it must be exact.
 */
export async function publish(run: Run, {log, redact, addresses}: PublishOptions): Promise<void> {
  const planPath = await orWarning(log, 'plan file', () =>
    writeOutputFile('plan.json', renderPlanFile(run)),
  )
  await orWarning(log, 'outputs', async () => writeOutputs(run, planPath ?? ''))
  await orWarning(log, 'job summary', () =>
    writeSummary(redact(renderSummary(run, addresses)), log),
  )
}

/** @returns null where it could not be written. */
async function orWarning<T>(log: Log, what: string, write: () => Promise<T>): Promise<T | null> {
  try {
    return await write()
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    log.annotate('warning', `The ${what} could not be written: ${why}`)
    return null
  }
}

function writeOutputs(run: Run, planPath: string): void {
  const counts = count(run)
  const {plan} = run
  const isPlanned =
    run.mode === 'plan' && plan !== null && plan.steps.length > 0 && !isRefused(plan)
  const happened = [...(run.results?.values() ?? [])].some(({status}) => status === 'done')
  const isPulled = run.pulled !== null && run.pulled.written.length > 0
  setOutput('changed', isPlanned || happened || isPulled)
  for (const name of ['uploaded', 'deleted', 'reordered', 'unchanged', 'failed'] as const) {
    setOutput(name, counts[name])
  }
  setOutput('version-id', run.version?.id ?? '')
  setOutput('ready', isReady(run) ?? '')
  setOutput('submission-id', run.outputs['submission-id'] ?? '')
  setOutput('submission-state', run.outputs['submission-state'] ?? '')
  setOutput('plan-path', planPath)
  setOutput('has-changes', run.shards.length > 0)
  setOutput('matrix', renderMatrix(run.shards))
}

/** Some older GitHub Enterprise Servers have no job summaries. The log has everything too. */
async function writeSummary(text: string, log: Log): Promise<void> {
  if (process.env['GITHUB_STEP_SUMMARY'] === undefined) {
    log.line('This runner has no job summary: everything is in the log above.')
    return
  }
  await summary.addRaw(text, true).write()
}
