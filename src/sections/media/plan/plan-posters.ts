import type {ActualAsset, DesiredSet, Poster} from '../listing.ts'
import type {PosterStep, UploadStep} from '../../../core/plan.ts'
import type {SetMatch} from './match-set.ts'
import type {Policy} from '../../../core/policy.ts'
import {setPoster} from './steps.ts'

/**
 * Plans the poster frames of a preview set. Apple takes a poster only for a processed video, so without
 * waiting those of new videos are left to the next run. Files without a wish keep the poster they have.
 */
export function planPosters(
  set: DesiredSet,
  match: SetMatch,
  sent: readonly UploadStep[],
  policy: Policy,
): {steps: readonly PosterStep[]; notes: readonly string[]} {
  const steps: PosterStep[] = []
  const notes: string[] = []
  for (const file of set.files) {
    if (file.poster === null) continue
    const asset = match.matched.get(file)
    if (asset !== undefined && !showsOtherFrame(asset, file.poster)) continue
    if (asset?.delivery.state === 'complete') {
      steps.push(setPoster(set, file, file.poster, {assetId: asset.id}))
      continue
    }
    const made = sent.find((step) => step.fileName === file.name)
    if (made !== undefined && policy.waits) {
      steps.push(setPoster(set, file, file.poster, {uploadStep: made.id}))
      continue
    }
    notes.push(
      `${set.id}: the poster frame of ${file.name} is set by the next run, once Apple has processed the video.`,
    )
  }
  return {steps, notes}
}

/** Apple may round to the neighbouring frame, which is no difference worth a request on every run. */
function showsOtherFrame(asset: ActualAsset, wanted: Poster): boolean {
  if (asset.posterTimeCode === null) return true
  const shown = frames(asset.posterTimeCode, wanted.frameRate)
  return shown === null || Math.abs(shown - (frames(wanted.timeCode, wanted.frameRate) ?? 0)) > 1
}

/** The number of frames before the one that `HH:MM:SS:FF` names, or null for another form. */
function frames(timeCode: string, frameRate: number): number | null {
  const match = /^(\d+):(\d+):(\d+):(\d+)$/.exec(timeCode)
  if (match === null) return null
  const [hours, minutes, seconds, frame] = match.slice(1).map(Number)
  const whole = ((hours ?? 0) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)
  return whole * Math.round(frameRate) + (frame ?? 0)
}
