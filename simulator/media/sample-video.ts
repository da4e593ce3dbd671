import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
} from 'mediabunny'

export interface SampleVideo {
  readonly width?: number
  readonly height?: number
  readonly seconds?: number
  readonly framesPerSecond?: number
  /** 0 for none. */
  readonly channels?: 0 | 1 | 2
}

/** An MP4 file whose container tells these facts; its pictures and sounds are empty, nobody decodes them. */
export async function sampleVideo({
  width = 886,
  height = 1920,
  seconds = 15,
  framesPerSecond = 30,
  channels = 2,
}: SampleVideo = {}): Promise<Uint8Array> {
  const target = new BufferTarget()
  const output = new Output({format: new Mp4OutputFormat(), target})
  const video = new EncodedVideoPacketSource('avc')
  const audio = new EncodedAudioPacketSource('aac')
  output.addVideoTrack(video, {frameRate: framesPerSecond})
  if (channels > 0) output.addAudioTrack(audio)
  await output.start()

  // An AVCDecoderConfigurationRecord: High profile, level 4.0, one parameter set of each kind.
  const description = Uint8Array.of(1, 100, 0, 40, 255, 225, 0, 4, 103, 100, 0, 40, 1, 0, 2, 104, 0)
  const decoderConfig = {
    codec: 'avc1.640028',
    codedWidth: width,
    codedHeight: height,
    description,
  }
  const frame = 1 / framesPerSecond
  for (let index = 0; index < seconds * framesPerSecond; index += 1) {
    const data = Uint8Array.of(0, 0, 0, 2, index === 0 ? 101 : 65, index % 256)
    const type = index === 0 ? 'key' : 'delta'
    await video.add(new EncodedPacket(data, type, index * frame, frame), {decoderConfig})
  }
  const sounds = channels === 0 ? 0 : seconds
  for (let second = 0; second < sounds; second += 1) {
    const packet = new EncodedPacket(Uint8Array.of(33, second), 'key', second, 1)
    // An AudioSpecificConfig: AAC LC at 48 kHz, with the channels in bits 3 to 6 of the second byte.
    await audio.add(packet, {
      decoderConfig: {
        codec: 'mp4a.40.2',
        numberOfChannels: channels,
        sampleRate: 48_000,
        description: Uint8Array.of(0x11, 0x80 + channels * 8),
      },
    })
  }
  await output.finalize()
  return new Uint8Array(target.buffer ?? new ArrayBuffer(0))
}
