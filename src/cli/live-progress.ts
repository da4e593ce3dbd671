import path from 'node:path'

import prettyBytes from 'pretty-bytes'

import {isRefused} from '../core/plan.ts'
import {plural} from '../core/plural.ts'
import {sendsFile} from '../core/step.ts'
import type {Step} from '../core/step.ts'
import type {LogProgress} from '../face/log/log-progress.ts'
import {capitalised} from '../report/facts/words.ts'
import type {Screen} from './screen.ts'

/** What has become of the steps of a section. */
interface Tally {
  readonly steps: number
  readonly bytes: number
  done: number
  failed: number
  sent: number
}

/** In characters. */
const BAR_WIDTH = 20
/** Bytes are worth a new picture this often. */
const DRAW_MILLISECONDS = 100

/**
 * Shows a line with a bar for each section of a plan while it is carried out, and the number of requests before that.
 *
 * @param workspace - Absolute. The files of the steps are relative to it.
 */
export function withLiveView(
  progress: LogProgress,
  {screen, workspace}: {readonly screen: Screen; readonly workspace: string},
): LogProgress {
  if (!screen.isLive) return progress
  const tallies = new Map<string, Tally>()
  const sectionOfFile = new Map<string, string>()
  let drawnAt = 0
  const draw = () => {
    drawnAt = performance.now()
    screen.show(lines)
  }
  const lines = () => {
    const width = Math.max(...[...tallies.keys()].map((name) => name.length))
    return [...tallies].map(([name, tally]) => lineOf(name.padEnd(width), tally, screen))
  }
  return {
    ...progress,
    requested() {
      progress.requested()
      if (tallies.size > 0) return
      screen.show(() => [
        `Reading App Store Connect: ${plural(progress.requests(), 'API request')}`,
      ])
    },
    begin(plan, apply) {
      tallies.clear()
      screen.show(() => [])
      progress.begin(plan, apply)
      if (!apply || isRefused(plan)) return
      for (const [name, steps] of Map.groupBy(plan.steps, ({section}) => section)) {
        const bytes = steps.reduce((sum, {cost}) => sum + cost.bytes, 0)
        tallies.set(name, {steps: steps.length, bytes, done: 0, failed: 0, sent: 0})
        for (const {subject} of steps.filter(sendsFile)) {
          if (subject.file !== null) {
            sectionOfFile.set(path.join(workspace, subject.file.path), name)
          }
        }
      }
      draw()
    },
    sent(file, bytes) {
      progress.sent(file, bytes)
      const tally = tallies.get(sectionOfFile.get(file) ?? '')
      if (tally === undefined) return
      tally.sent += bytes
      if (performance.now() - drawnAt >= DRAW_MILLISECONDS) draw()
    },
    ended(step: Step, result) {
      progress.ended(step, result)
      const tally = tallies.get(step.section)
      if (tally === undefined) return
      if (result.status === 'done') tally.done += 1
      else tally.failed += 1
      draw()
    },
    stop() {
      screen.clear()
      progress.stop()
    },
  }
}

function lineOf(name: string, {steps, bytes, done, failed, sent}: Tally, screen: Screen): string {
  const ended = done + failed
  // Bytes say more than steps while files are sent, and steps end after their last byte.
  const share = bytes === 0 ? ended / steps : (ended / steps + Math.min(sent / bytes, 1)) / 2
  const full = Math.round(share * BAR_WIDTH)
  const style = failed > 0 ? 'red' : ended === steps ? 'green' : 'cyan'
  const bar = screen.styled(style, '█'.repeat(full)) + '░'.repeat(BAR_WIDTH - full)
  const size = bytes === 0 ? '' : `, ${prettyBytes(Math.min(sent, bytes))} of ${prettyBytes(bytes)}`
  const broken = failed === 0 ? '' : `, ${failed} failed`
  return `${capitalised(name.replaceAll('-', ' '))} ${bar} ${done} of ${plural(steps, 'step')}${size}${broken}`
}
