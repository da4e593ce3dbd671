import {takesSize} from '../facts/display-types.ts'
import type {DisplayType} from '../facts/display-types.ts'
import {PREVIEW_LIMITS} from '../facts/limits.ts'
import type {Problem} from '../../../core/diagnostic.ts'
import {wrongPixelSize} from './check-screenshot.ts'
import type {VideoFacts} from '../../../files/formats/video-facts.ts'

/** H.264 and ProRes 422 HQ, as they are written in an ISO-BMFF file (Apple, "App preview specifications"). */
const CODECS = ['avc1', 'avc3', 'apch']

// How exactly Apple measures is not known: this near to a limit, a value is told but let through.
const SECONDS_IN_DOUBT = 0.1
const FRAME_RATE_IN_DOUBT = 0.05

/** The problems of a readable video of a known preview type. */
export function checkPreview(
  path: string,
  facts: VideoFacts,
  row: DisplayType,
): readonly Problem[] {
  const found = [
    facts.size === null
      ? error('no-video-track', 'has no video track', 'export it again with its pictures')
      : null,
    facts.size !== null && !takesSize(row, facts.size)
      ? wrongPixelSize(path, facts.size, row)
      : null,
    checkSeconds(facts.seconds),
    facts.size === null ? null : checkFrameRate(facts.frameRate),
    checkAudio(facts.audio),
    facts.codec !== null && !CODECS.includes(facts.codec)
      ? warning(
          'uncertain-codec',
          `is coded as "${facts.codec}", which Apple may refuse`,
          'export it as H.264, or as ProRes 422 HQ in a .mov',
        )
      : null,
  ]
  return found.flatMap((problem) => (problem === null ? [] : [{...problem, path}]))
}

type Finding = Omit<Problem, 'path'>

function checkSeconds(seconds: number | null): Finding | null {
  const {minimumSeconds, maximumSeconds} = PREVIEW_LIMITS
  const expectation = `previews last ${minimumSeconds} to ${maximumSeconds} seconds`
  if (seconds === null) {
    return warning(
      'unknown-duration',
      'does not say how long it is',
      `save it again unfragmented; ${expectation}`,
    )
  }
  const outside = distance(seconds, minimumSeconds, maximumSeconds)
  if (outside <= 0.001) return null
  const finding = `lasts ${seconds.toFixed(2)} seconds`
  return outside <= SECONDS_IN_DOUBT
    ? warning('doubtful-duration', finding, expectation)
    : error('wrong-duration', finding, expectation)
}

function checkFrameRate(frameRate: number | null): Finding | null {
  const {minimumFrameRate, maximumFrameRate} = PREVIEW_LIMITS
  const expectation = `previews have ${minimumFrameRate} to ${maximumFrameRate} frames a second`
  if (frameRate === null) {
    return warning(
      'unknown-frame-rate',
      'does not say how many frames it has',
      `save it again unfragmented; ${expectation}`,
    )
  }
  const outside = distance(frameRate, minimumFrameRate, maximumFrameRate)
  if (outside <= 0.001) return null
  const finding = `has ${frameRate.toFixed(2)} frames a second`
  return outside <= FRAME_RATE_IN_DOUBT
    ? warning('doubtful-frame-rate', finding, expectation)
    : error('wrong-frame-rate', finding, expectation)
}

function checkAudio(audio: VideoFacts['audio']): Finding | null {
  if (audio === null) {
    return error(
      'no-audio-track',
      'has no audio track, and Apple refuses such previews',
      'add one in stereo; silence will do',
    )
  }
  return audio.channels === 1
    ? warning('mono-audio', 'has mono sound', 'Apple asks for stereo, and may refuse mono')
    : null
}

function distance(value: number, minimum: number, maximum: number): number {
  return Math.max(minimum - value, value - maximum, 0)
}

function error(code: string, finding: string, expectation: string): Finding {
  return {severity: 'error', code, finding, expectation}
}

function warning(code: string, finding: string, expectation: string): Finding {
  return {severity: 'warning', code, finding, expectation}
}
