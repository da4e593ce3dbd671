import sharp from 'sharp'

const MARKER = 0xff
const START_OF_SCAN = 0xda
const END_OF_IMAGE = 0xd9

/**
 * A small file that keeps a decoder busy for minutes: a progressive JPEG in which one scan, of 14 bytes for all the
 * blocks of a picture of one colour, stands again and again. Decoders go over the whole picture for each.
 *
 * @param bytes - About how large the file is.
 */
export async function slowJpeg(width: number, height: number, bytes: number): Promise<Buffer> {
  const picture = sharp({create: {width, height, channels: 3, background: '#336699'}})
  const jpeg = await picture.jpeg({progressive: true}).toBuffer()
  const segments = segmentsOf(jpeg)
  // The first scan has the mean of each block, and the smallest of the others one of its details.
  const scan = segments
    .filter((segment) => segment[1] === START_OF_SCAN)
    .reduce((least, each) => (each.length < least.length ? each : least))
  const at = segments.indexOf(scan)
  const times = Math.floor((bytes - jpeg.length) / scan.length)
  return Buffer.concat([
    jpeg.subarray(0, 2),
    ...segments.slice(0, at),
    ...Array.from({length: times}, () => scan),
    ...segments.slice(at),
    Buffer.from([MARKER, END_OF_IMAGE]),
  ])
}

/** What stands between the markers of the start and the end, each scan with its data. */
function segmentsOf(jpeg: Buffer): readonly Buffer[] {
  const segments: Buffer[] = []
  for (let at = 2; jpeg[at + 1] !== END_OF_IMAGE;) {
    const header = at + 2 + jpeg.readUInt16BE(at + 2)
    const end = jpeg[at + 1] === START_OF_SCAN ? nextMarker(jpeg, header) : header
    segments.push(jpeg.subarray(at, end))
    at = end
  }
  return segments
}

/** In the data of a scan, a zero after 0xff says that it is no marker. */
function nextMarker(jpeg: Buffer, from: number): number {
  const at = jpeg.indexOf(MARKER, from)
  return jpeg[at + 1] === 0 ? nextMarker(jpeg, at + 2) : at
}
