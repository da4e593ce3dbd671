import got from 'got'
import pLimit from 'p-limit'

import {createAgents} from '../connect/agents.ts'

/** How long all of them may take, in milliseconds: they are for a report, and nothing waits for that. */
const PATIENCE = 5000
/** In bytes; a picture of 640 pixels has a tenth of the first. */
const MOST_BYTES = {each: 1024 * 1024, together: 4 * 1024 * 1024}
const CONNECTIONS = 8
const JPEG = Buffer.from([0xff, 0xd8, 0xff])

/**
 * Downloads small pictures from hosts that never see the API's token. One that does not come, that is no JPEG, or that
 * is too much is left out: a picture is not worth an error.
 *
 * @param addresses - By a key of the caller's.
 * @param signal - Ends it at once; what has come by then is kept.
 * @returns `data:` addresses by the same keys.
 */
export async function downloadPictures(
  addresses: ReadonlyMap<string, string>,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const pictures = new Map<string, string>()
  if (addresses.size === 0) return pictures
  const agent = createAgents()
  const limited = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)])
  let room = MOST_BYTES.together

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
        if (size > Math.min(MOST_BYTES.each, room)) return
        pieces.push(piece)
      }
    } catch {
      return
    }
    const bytes = Buffer.concat(pieces)
    if (!bytes.subarray(0, JPEG.length).equals(JPEG)) return
    room -= size
    pictures.set(key, `data:image/jpeg;base64,${bytes.toString('base64')}`)
  })
  return pictures
}
