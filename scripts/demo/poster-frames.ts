import type {Simulator} from '../../simulator/simulator.ts'
import type {ListedAsset} from '../../simulator/store/listing.ts'
import {FRAME_RATE, previewFrame} from './preview-frames.ts'
import {WORDS} from './words.ts'

/** The frame that Apple shows while nobody has chosen one. */
const FIRST_CHOICE = '00:00:05:00'

/**
 * Lets the store show frames of the demo's preview, where it would only paint the name of the file: it decodes no video.
 *
 * @param timeCodes - All that will be asked for.
 */
export async function showPosterFrames(
  simulator: Simulator,
  timeCodes: readonly string[],
): Promise<void> {
  const all = new Set([FIRST_CHOICE, ...timeCodes])
  const drawn = [...all].map(async (timeCode) => [timeCode, await frameAt(timeCode)] as const)
  const frames = new Map(await Promise.all(drawn))

  const known = new Set<string>()
  const addRules = () => {
    for (const {id} of previewsOf(simulator).filter((each) => !known.has(each.id))) {
      known.add(id)
      const frame = () => {
        const {posterTimeCode} = previewsOf(simulator).find((each) => each.id === id) ?? {}
        return frames.get(posterTimeCode ?? FIRST_CHOICE) ?? Buffer.alloc(0)
      }
      simulator.faults.add({
        match: {host: 'upload', path: new RegExp(`^/image/${id}/`, 'u')},
        times: Number.POSITIVE_INFINITY,
        effect: {
          kind: 'status',
          status: 200,
          headers: {'Content-Type': 'image/png'},
          // The frame that is chosen when it is asked for.
          get body() {
            return frame()
          },
        },
      })
    }
  }
  addRules()
  simulator.onApplied(({routeClass}) => {
    if (routeClass === 'commit') addRules()
  })
}

function previewsOf(simulator: Simulator): readonly ListedAsset[] {
  return Object.values(simulator.listing())
    .flatMap((types) => Object.values(types).flat())
    .filter(({fileName}) => fileName.endsWith('.mp4'))
}

async function frameAt(timeCode: string): Promise<Buffer> {
  const words = WORDS['en-US']
  if (words === undefined) throw new Error('The demo speaks no English any more.')
  const [, minutes = 0, seconds = 0, frames = 0] = timeCode.split(':').map(Number)
  const index = (minutes * 60 + seconds) * FRAME_RATE + frames
  return previewFrame(words, index).draw().resize({height: 640}).png().toBuffer()
}
