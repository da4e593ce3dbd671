import got from 'got'
import pLimit from 'p-limit'

import {createAgents} from '../connect/agents.ts'
import {dataUrl} from './data-url.ts'

/** For all downloads together. They are only for the report, so nothing should wait for them. */
const MAX_MILLISECONDS = 5000
/** A picture of 640 pixels has a tenth of the limit for each. */
const MAX_BYTES = {each: 1024 * 1024, together: 4 * 1024 * 1024}
const CONNECTIONS = 8
const JPEG = Buffer.from([0xff, 0xd8, 0xff])

/**
 * Downloads small pictures from hosts that never see the API's token. A picture that fails, is not a JPEG, or is over
 * a limit is left out: a picture is not worth an error.
 *
 * @param addresses - URLs by any key.
 * @param signal - Stops at once. Finished downloads are kept.
 * @returns `data:` URLs by the same keys.
 */
export async function downloadPictures(
  addresses: ReadonlyMap<string, string>,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const pictures = new Map<string, string>()
  if (addresses.size === 0) return pictures
  const agent = createAgents()
  const limited = AbortSignal.any([signal, AbortSignal.timeout(MAX_MILLISECONDS)])
  let room = MAX_BYTES.together

  await pLimit(CONNECTIONS).map(addresses, async ([key, address]) => {
    if (limited.aborted || room <= 0) return
    const pieces: Buffer[] = []
    let size = 0
    try {
      const answer = got.stream(address, {
        agent,
        signal: limited,
        retry: {limit: 0},
        followRedirect: false,
      })
      for await (const piece of answer) {
        size += piece.length
        if (size > Math.min(MAX_BYTES.each, room)) return
        pieces.push(piece)
      }
    } catch {
      return
    }
    const bytes = Buffer.concat(pieces)
    if (!bytes.subarray(0, JPEG.length).equals(JPEG)) return
    room -= size
    pictures.set(key, dataUrl('image/jpeg', bytes))
  })
  return pictures
}
