/** Descriptors of ISO/IEC 14496-1, chapter 7.2.6: each is inside the previous one, after some fixed bytes. */
const DESCRIPTORS = [
  {tag: 0x03, fixedBytes: 3},
  {tag: 0x04, fixedBytes: 13},
  {tag: 0x05, fixedBytes: 0},
] as const

/**
 * The number of channels of an AAC track by its `esds` box. The sample entry of an MP4 always says two (ISO/IEC
 * 14496-14, chapter 5.6), mono or not.
 *
 * @param body - The body of the box.
 * @returns null if the box does not say.
 */
export function aacChannels(body: Buffer): number | null {
  let at = 4
  for (const {tag, fixedBytes} of DESCRIPTORS) {
    if (body[at] !== tag) return null
    at += 1
    // The length of a descriptor has up to four bytes, all but the last with their highest bit set.
    for (let byte = 0; byte < 3 && (body[at] ?? 0) >= 0x80; byte += 1) at += 1
    at += 1 + fixedBytes
  }
  if (at + 2 > body.length) return null

  // AudioSpecificConfig (ISO/IEC 14496-3): 5 bits object type, 4 bits sampling rate, 4 bits channels.
  const bits = body.readUInt16BE(at)
  const [samplingRate, configuration] = [(bits >> 7) & 0xf, (bits >> 3) & 0xf]
  const saysItInPlace = samplingRate !== 0xf && configuration !== 0
  return saysItInPlace ? configuration : null
}
