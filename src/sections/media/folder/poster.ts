import type {Poster} from '../listing.ts'

/** What is wrong with a poster's text. */
export type PosterFault = 'bad-poster-time' | 'poster-beyond-video'

const TIME_CODE = /^(\d{2}):([0-5]\d):([0-5]\d):(\d{2})$/u
const SECONDS = /^\d{1,5}(?:\.\d{1,6})?$/u

/**
 * Reads the text of a `.poster.txt`: `HH:MM:SS:FF`, or seconds such as `5` or `5.5`, whose fraction becomes
 * the frame that is shown then.
 *
 * @param video - Its frames a second and its length in seconds, where they are known.
 */
export function readPoster(
  text: string,
  video: {readonly frameRate: number; readonly seconds: number | null},
): Poster | PosterFault {
  const moment = readMoment(text.replace(/^\uFEFF/u, '').trim(), video.frameRate)
  if (moment === null) return 'bad-poster-time'
  const {seconds, frame} = moment
  if (frame > 0 && frame >= video.frameRate) return 'bad-poster-time'
  if (video.seconds !== null && seconds + frame / video.frameRate >= video.seconds) {
    return 'poster-beyond-video'
  }
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60, frame]
  return {
    timeCode: parts.map((part) => String(part).padStart(2, '0')).join(':'),
    frameRate: video.frameRate,
  }
}

function readMoment(
  text: string,
  frameRate: number,
): {readonly seconds: number; readonly frame: number} | null {
  const timeCode = TIME_CODE.exec(text)
  if (timeCode !== null) {
    const [hours = 0, minutes = 0, seconds = 0, frame = 0] = timeCode.slice(1).map(Number)
    return {seconds: hours * 3600 + minutes * 60 + seconds, frame}
  }
  if (!SECONDS.test(text)) return null
  const time = Number(text)
  // The fraction of 8.2, times 30, is 5.999… in floating point.
  return {seconds: Math.floor(time), frame: Math.floor((time % 1) * frameRate + 1e-6)}
}
