import {promisify} from 'node:util'
import {crc32, deflate} from 'node:zlib'

const compress = promisify(deflate)

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1A\n', 'latin1')
/** Filter "Up" (PNG, chapter 9.2): screens have more that runs downwards than a row has to itself. */
const UP = 2

/**
 * A PNG of red, green and blue bytes. Colours are rounded to five bits, which no thumbnail shows and which halves it.
 *
 * @param pixels - Three bytes each, row by row.
 */
export async function writePng(width: number, height: number, pixels: Uint8Array): Promise<Buffer> {
  const rounded = pixels.map((value) => (value & 0xf8) | (value >> 5))
  const stride = width * 3
  const lines = Buffer.alloc((stride + 1) * height)
  for (let y = 0; y < height; y += 1) {
    const start = y * (stride + 1)
    lines[start] = UP
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x
      lines[start + 1 + x] = rounded[at]! - (y === 0 ? 0 : rounded[at - stride]!)
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits a channel, colour type 2 (red, green, blue), no interlacing.
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', await compress(lines, {level: 9})),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, checksum])
}
