import type {PixelSize} from '../../core/vocabulary.ts'
import {aacChannels} from './aac-channels.ts'

/** Facts of a video from its `moov` box. Null if the box does not say. */
export interface VideoFacts {
  readonly seconds: number | null
  /** As displayed, with the rotation of the track applied. */
  readonly size: PixelSize | null
  /** Frames a second, on average. */
  readonly frameRate: number | null
  /** Four letters such as `avc1`. */
  readonly codec: string | null
  /** Null if there is no audio track. */
  readonly audio: {readonly channels: number} | null
}

interface Track {
  readonly handler: string
  readonly header: Buffer
  readonly timescale: number
  readonly sampleTable: Buffer
}

/** Boxes in one box. A movie has about ten. A file made of nothing but boxes would take minutes. */
const MAX_BOXES = 1000
/** A video has a handful. Every one is read. */
const MAX_TRACKS = 100

/**
 * Reads a video's facts from the body of its `moov` box (ISO/IEC 14496-12, chapter 8). Every loop is bounded by the
 * actual bytes, never by a count that the file declares.
 */
export function videoFacts(movie: Buffer): VideoFacts {
  const tracks = [...children(movie)]
    .filter(({type}) => type === 'trak')
    .slice(0, MAX_TRACKS)
    .map(({body}) => readTrack(body))
  const video = tracks.find(({handler}) => handler === 'vide')
  const audio = tracks.find(({handler}) => handler === 'soun')
  const entry = video && sampleEntry(video)
  return {
    seconds: movieSeconds(movie),
    size: video && entry ? shownSize(video.header, entry) : null,
    frameRate: video ? frameRate(video) : null,
    codec: entry ? entry.toString('latin1', 4, 8) : null,
    audio: audio ? {channels: channels(sampleEntry(audio))} : null,
  }
}

function readTrack(body: Buffer): Track {
  const handler = find(body, 'mdia', 'hdlr')
  const mediaHeader = find(body, 'mdia', 'mdhd')
  return {
    handler: handler.toString('latin1', 8, 12),
    header: find(body, 'tkhd'),
    timescale: unsigned32(mediaHeader, mediaHeader[0] === 1 ? 20 : 12),
    sampleTable: find(body, 'mdia', 'minf', 'stbl'),
  }
}

function movieSeconds(movie: Buffer): number | null {
  const header = find(movie, 'mvhd')
  const long = header[0] === 1
  const timescale = unsigned32(header, long ? 20 : 12)
  const duration = long
    ? unsigned32(header, 24) * 2 ** 32 + unsigned32(header, 28)
    : unsigned32(header, 16)
  // All ones mean "not known", and a fragmented video says 0.
  const known = duration > 0 && duration < (long ? 2 ** 63 : 2 ** 32 - 1)
  return timescale > 0 && known ? duration / timescale : null
}

function sampleEntry(track: Track): Buffer | null {
  const description = find(track.sampleTable, 'stsd')
  return description.length >= 16 ? description.subarray(8) : null
}

function shownSize(trackHeader: Buffer, entry: Buffer): PixelSize | null {
  if (entry.length < 36) return null
  const [width, height] = [entry.readUInt16BE(32), entry.readUInt16BE(34)]
  const matrix = trackHeader[0] === 1 ? 52 : 40
  const [a, b] = [unsigned32(trackHeader, matrix), unsigned32(trackHeader, matrix + 4)]
  // A quarter turn has its factors off the diagonal of the matrix.
  return a === 0 && b !== 0 ? {width: height, height: width} : {width, height}
}

function frameRate(track: Track): number | null {
  const timeToSample = find(track.sampleTable, 'stts')
  let frames = 0
  let duration = 0
  const declared = unsigned32(timeToSample, 4)
  const entries = Math.min(declared, Math.floor(Math.max(timeToSample.length - 8, 0) / 8))
  for (let entry = 0; entry < entries; entry += 1) {
    const count = timeToSample.readUInt32BE(8 + entry * 8)
    frames += count
    duration += count * timeToSample.readUInt32BE(12 + entry * 8)
  }
  return duration > 0 && track.timescale > 0 ? (frames * track.timescale) / duration : null
}

/** Version 2 of QuickTime's sound description has the number of channels elsewhere. */
function channels(entry: Buffer | null): number {
  if (entry === null || entry.length < 36) return 0
  const aac = aacChannels(find(entry.subarray(36), 'esds'))
  if (aac !== null) return aac
  return entry.readUInt16BE(16) === 2 ? unsigned32(entry, 48) : entry.readUInt16BE(24)
}

function find(parent: Buffer, ...path: readonly string[]): Buffer {
  return path.reduce(findChild, parent)
}

function findChild(parent: Buffer, wanted: string): Buffer {
  for (const {type, body} of children(parent)) if (type === wanted) return body
  return Buffer.alloc(0)
}

function* children(parent: Buffer): Generator<{readonly type: string; readonly body: Buffer}> {
  for (let at = 0, boxes = 0; at + 8 <= parent.length && boxes < MAX_BOXES; boxes += 1) {
    const size = parent.readUInt32BE(at)
    if (size < 8 || at + size > parent.length) break
    yield {
      type: parent.toString('latin1', at + 4, at + 8),
      body: parent.subarray(at + 8, at + size),
    }
    at += size
  }
}

function unsigned32(buffer: Buffer, at: number): number {
  return at + 4 <= buffer.length ? buffer.readUInt32BE(at) : 0
}
