import prettyBytes from 'pretty-bytes'
import prettyMilliseconds from 'pretty-ms'

import type {Step} from '../../core/plan.ts'
import type {StepResult} from '../../core/results.ts'
import type {StepTime, Watcher} from '../../core/progress.ts'
import {deed} from '../../report/facts/describe-step.ts'
import type {Log} from './log.ts'

const EVERY_MILLISECONDS = 5000

/** Tells how a plan is carried out: a line for each step, and on long runs how far it has got. */
export interface Progress extends Watcher {
  /** Ends the regular lines and the part of the log. */
  readonly stop: () => void
}

export function createProgress(log: Log): Progress {
  let timer: NodeJS.Timeout | undefined
  let steps = 0
  /** Ids of the plan's steps that are not ended. A version is made before the plan that is counted, so it is none. */
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
      const uploads = plan.steps.filter((step) => step.kind === 'upload')
      steps = plan.steps.length
      open = new Set(plan.steps.map(({id}) => id))
      bytes = uploads.reduce((sum, step) => sum + step.content.size, 0)
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
  return `· ${deed(step)}: ${step.reason}`
}

function endLine(step: Step, result: StepResult, {work, total}: StepTime): string {
  if (result.status !== 'done') return `✗ ${deed(step)}: ${result.failure.message}`
  if (step.kind !== 'upload') return `✓ ${deed(step)}`
  const {size} = step.content
  const rate = prettyBytes(size / (work / 1000))
  return `✓ ${deed(step)}: ${prettyBytes(size)} in ${duration(work)} (${rate}/s), accepted after ${duration(total)}`
}

function duration(milliseconds: number): string {
  return prettyMilliseconds(milliseconds, {secondsDecimalDigits: 1, unitCount: 2})
}
