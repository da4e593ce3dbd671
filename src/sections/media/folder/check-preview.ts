import {takesSize} from '../facts/display-types.ts'
import type {DisplayType} from '../facts/display-types.ts'
import {PREVIEW_LIMITS} from '../facts/limits.ts'
import type {Diagnostic} from '../../../core/diagnostic.ts'
import {errorAt, warningAt} from '../../../files/diagnostic-at.ts'
import {wrongPixelSize} from './check-screenshot.ts'
import type {VideoFacts} from '../../../files/formats/video-facts.ts'

/** H.264 and ProRes 422 HQ, as they are written in an ISO-BMFF file (Apple, "App preview specifications"). */
const CODECS = ['avc1', 'avc3', 'apch']

// How exactly Apple measures is unknown. A value this close to a limit is only a warning.
const SECONDS_IN_DOUBT = 0.1
const FRAME_RATE_IN_DOUBT = 0.05

/** What is or may be wrong with a readable video of a known preview type. */
export function checkPreview(
  path: string,
  facts: VideoFacts,
  row: DisplayType,
): readonly Diagnostic[] {
  const found = [
    facts.size === null
      ? errorAt(path, {
          code: 'no-video-track',
          what: 'has no video track',
          next: 'export it again with a video track',
        })
      : null,
    facts.size !== null && !takesSize(row, facts.size)
      ? wrongPixelSize(path, facts.size, row)
      : null,
    checkSeconds(path, facts.seconds),
    facts.size === null ? null : checkFrameRate(path, facts.frameRate),
    checkAudio(path, facts.audio),
    facts.codec !== null && !CODECS.includes(facts.codec)
      ? warningAt(path, {
          code: 'uncertain-codec',
          what: `uses the codec "${facts.codec}", which Apple may reject`,
          next: 'export it as H.264, or as ProRes 422 HQ in a .mov',
        })
      : null,
  ]
  return found.flatMap((each) => each ?? [])
}

function checkSeconds(path: string, seconds: number | null): Diagnostic | null {
  const {minimumSeconds, maximumSeconds} = PREVIEW_LIMITS
  const next = `export it with a length of ${minimumSeconds} to ${maximumSeconds} seconds`
  if (seconds === null) {
    return warningAt(path, {
      code: 'unknown-duration',
      what: 'does not state its length',
      next: `${next}, and not fragmented`,
    })
  }
  const outside = distance(seconds, minimumSeconds, maximumSeconds)
  if (outside <= 0.001) return null
  const what = `lasts ${seconds.toFixed(2)} seconds`
  return outside <= SECONDS_IN_DOUBT
    ? warningAt(path, {code: 'doubtful-duration', what, next})
    : errorAt(path, {code: 'wrong-duration', what, next})
}

function checkFrameRate(path: string, frameRate: number | null): Diagnostic | null {
  const {minimumFrameRate, maximumFrameRate} = PREVIEW_LIMITS
  const next = `export it with ${minimumFrameRate} to ${maximumFrameRate} frames per second`
  if (frameRate === null) {
    return warningAt(path, {
      code: 'unknown-frame-rate',
      what: 'does not state its frame rate',
      next: `${next}, and not fragmented`,
    })
  }
  const outside = distance(frameRate, minimumFrameRate, maximumFrameRate)
  if (outside <= 0.001) return null
  const what = `has ${frameRate.toFixed(2)} frames per second`
  return outside <= FRAME_RATE_IN_DOUBT
    ? warningAt(path, {code: 'doubtful-frame-rate', what, next})
    : errorAt(path, {code: 'wrong-frame-rate', what, next})
}

function checkAudio(path: string, audio: VideoFacts['audio']): Diagnostic | null {
  if (audio === null) {
    return errorAt(path, {
      code: 'no-audio-track',
      what: 'has no audio track, so Apple would reject it',
      next: 'add a stereo audio track; a silent one will do',
    })
  }
  return audio.channels === 1
    ? warningAt(path, {
        code: 'mono-audio',
        what: 'has mono audio, which Apple may reject',
        next: 'export it with stereo audio',
      })
    : null
}

function distance(value: number, minimum: number, maximum: number): number {
  return Math.max(minimum - value, value - maximum, 0)
}
