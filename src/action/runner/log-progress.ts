import prettyBytes from 'pretty-bytes'
import prettyMilliseconds from 'pretty-ms'

import type {Progress, StepTime} from '../../core/progress.ts'
import type {StepResult} from '../../core/results.ts'
import {describeStep} from '../../core/step.ts'
import type {Step} from '../../core/step.ts'
import type {Log} from './log.ts'

const EVERY_MILLISECONDS = 5000

/** Logs how a plan is carried out: a line for each step and, on long runs, regular lines with the overall progress. */
export interface LogProgress extends Progress {
  /** Stops the regular lines and ends the log group. */
  readonly stop: () => void
}

export function createProgress(log: Log): LogProgress {
  let timer: NodeJS.Timeout | undefined
  let steps = 0
  /**
   * Ids of the plan's steps that have not ended. Creating a version comes before this plan, so it is not among them.
   */
  let open = new Set<string>()
  let bytes = 0
  let sent = 0

  const report = (start: number) => {
    const rate = sent / ((performance.now() - start) / 1000)
    const left = ((bytes - sent) / rate) * 1000
    const time = sent > 0 && sent < bytes ? `, about ${duration(left)} left` : ''
    log.line(
      `… ${steps - open.size} of ${steps} steps, ${prettyBytes(sent)} of ${prettyBytes(bytes)}, ${prettyBytes(rate)}/s${time}`,
    )
  }
  return {
    tell: (message) => log.line(message),
    begin(plan, apply) {
      log.phase('Plan')
      for (const step of plan.steps) log.line(planLine(step))
      if (plan.steps.length === 0) log.line('Nothing to do.')
      if (!apply) return
      log.phase('Work')
      steps = plan.steps.length
      open = new Set(plan.steps.map(({id}) => id))
      bytes = plan.steps.reduce((sum, {cost}) => sum + cost.bytes, 0)
      timer = setInterval(report, EVERY_MILLISECONDS, performance.now())
    },
    sent(more) {
      sent += more
    },
    ended(step, result, time) {
      open.delete(step.id)
      log.line(endLine(step, result, time))
    },
    stop() {
      clearInterval(timer)
      log.phase(null)
    },
  }
}

/** How a step looks in the log before it is carried out. */
function planLine(step: Step): string {
  return `· ${describeStep(step)}: ${step.reason}`
}

function endLine(step: Step, result: StepResult, {work, total}: StepTime): string {
  const name = describeStep(step)
  if (result.status !== 'done') return `✗ ${name}: ${result.failure.what}`
  const {bytes} = step.cost
  if (bytes === 0) return `✓ ${name}`
  const rate = prettyBytes(bytes / (work / 1000))
  return `✓ ${name}: ${prettyBytes(bytes)} in ${duration(work)} (${rate}/s), accepted after ${duration(total)}`
}

function duration(milliseconds: number): string {
  return prettyMilliseconds(milliseconds, {secondsDecimalDigits: 1, unitCount: 2})
}
