import {crc32} from 'node:zlib'

/** The same picture with other bytes: a comment (tEXt) after the header of 33 bytes. */
export function withComment(png: Buffer, comment: string): Buffer {
  const body = Buffer.from(`tEXtComment\0${comment}`)
  const chunk = Buffer.alloc(body.length + 8)
  chunk.writeUInt32BE(body.length - 4)
  body.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(body), body.length + 4)
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)])
}
