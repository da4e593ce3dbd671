import type {ActualAsset, DesiredSet, Poster} from '../listing.ts'
import type {Diagnostic} from '../../../core/diagnostic.ts'
import type {Policy} from '../../../core/policy.ts'
import type {PosterStep, UploadStep} from './detail.ts'
import type {SetMatch} from './match-set.ts'
import {posterStep} from './steps.ts'

/**
 * Plans the poster frames of a preview set. Apple accepts a poster only for a processed video, so without waiting
 * those of new videos are left to the next run. A preview for which the folder has no poster keeps its own.
 */
export function planPosters(
  set: DesiredSet,
  match: SetMatch,
  sent: readonly UploadStep[],
  policy: Policy,
): {steps: readonly PosterStep[]; diagnostics: readonly Diagnostic[]} {
  const steps: PosterStep[] = []
  const diagnostics: Diagnostic[] = []
  for (const file of set.files) {
    if (file.poster === null) continue
    const asset = match.matched.get(file)
    if (asset !== undefined && !showsOtherFrame(asset, file.poster)) continue
    if (asset?.delivery.state === 'complete') {
      steps.push(
        posterStep(set, file, file.poster, {asset: {id: asset.id}, shown: asset.posterTimeCode}),
      )
      continue
    }
    const made = sent.find((step) => step.detail.path === file.path)
    if (made !== undefined && policy.waits) {
      steps.push(posterStep(set, file, file.poster, {asset: {step: made.id}, shown: null}))
      continue
    }
    diagnostics.push({
      severity: 'warning',
      code: 'poster-later',
      what: `the poster frame of ${file.name} is set by the next run, once Apple has processed the video`,
      next: '',
      about: {place: set.id},
    })
  }
  return {steps, diagnostics}
}

/** Apple may round to the neighbouring frame. That is not worth a request on every run. */
function showsOtherFrame(asset: ActualAsset, wanted: Poster): boolean {
  if (asset.posterTimeCode === null) return true
  const shown = frames(asset.posterTimeCode, wanted.frameRate)
  return shown === null || Math.abs(shown - (frames(wanted.timeCode, wanted.frameRate) ?? 0)) > 1
}

/** The frame number of a time code `HH:MM:SS:FF`, or null if it has another format. */
function frames(timeCode: string, frameRate: number): number | null {
  const match = /^(\d+):(\d+):(\d+):(\d+)$/.exec(timeCode)
  if (match === null) return null
  const [hours, minutes, seconds, frame] = match.slice(1).map(Number)
  const whole = ((hours ?? 0) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)
  return whole * Math.round(frameRate) + (frame ?? 0)
}
