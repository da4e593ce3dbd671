import {BufferSource, FilePathSource, Input, MP4, QTFF} from 'mediabunny'
import type {InputVideoTrack} from 'mediabunny'
import {rejected} from './verdict.ts'
import type {Verdict} from './verdict.ts'
import {video} from './specifications.ts'
import type {Vessel} from '../store/vessel.ts'

/** Container durations are rounded to the track's time scale. */
const tolerance = 0.1

/**
 * Judges an app preview by Apple's app preview specifications. The codes are those that public reports
 * quote; which of them stands for wrong pixels or frame rates is not known, the general one is taken.
 */
export async function judgeVideo(vessel: Vessel, sizes: readonly string[]): Promise<Verdict> {
  using input = new Input({
    formats: [MP4, QTFF],
    source:
      vessel.file === null
        ? new BufferSource((await vessel.bytes()) ?? new Uint8Array(0))
        : new FilePathSource(vessel.file),
  })
  try {
    const track = await input.getPrimaryVideoTrack()
    if (track === null) return rejected('MOV_RESAVE_FORMAT')
    const width = await track.getDisplayWidth()
    const height = await track.getDisplayHeight()
    const duration = (await track.computeDuration()) - (await track.getFirstTimestamp())
    const audio = await input.getPrimaryAudioTrack()
    const stereo = audio !== null && (await audio.getNumberOfChannels()) === 2
    const fits = sizes.includes(`${width}x${height}`) && (await isAcceptedTrack(track))
    const codes = [
      ...(fits ? [] : ['MOV_RESAVE_FORMAT']),
      ...(stereo ? [] : ['MOV_RESAVE_STEREO']),
      ...(duration < video.shortest - tolerance ? ['MOV_RESAVE_LONGER'] : []),
      ...(duration > video.longest + tolerance ? ['MOV_RESAVE_TRIM'] : []),
    ]
    return codes.length === 0 ? {state: 'COMPLETE', width, height, duration} : rejected(...codes)
  } catch {
    return rejected('MOV_RESAVE_FORMAT')
  }
}

async function isAcceptedTrack(track: InputVideoTrack): Promise<boolean> {
  const codec = await track.getCodec()
  const {averagePacketRate} = await track.computePacketStats()
  const rate = averagePacketRate
  return (
    (codec === 'avc' || codec === 'prores') &&
    rate >= video.slowest - tolerance &&
    rate <= video.fastest + tolerance
  )
}
