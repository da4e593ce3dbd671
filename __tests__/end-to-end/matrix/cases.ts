/** One cell of a matrix. */
export interface Case {
  readonly name: string
  /** Gives what was wrong, as sentences; nothing if all was right. */
  readonly play: () => Promise<readonly string[]>
}

export interface Tally {
  readonly passed: number
  readonly failed: number
}

/**
 * Plays all cases, some of them at a time, and prints those that end wrong.
 *
 * @param atATime - Runs mostly wait, so it may be several times the number of cores.
 */
export async function playAll(
  title: string,
  cases: readonly Case[],
  atATime: number,
): Promise<Tally> {
  const start = performance.now()
  const waiting = [...cases]
  const tally = {passed: 0, failed: 0}
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      // oxlint-disable-next-line no-await-in-loop -- each worker plays one case after the other
      const wrong = await outcomeOf(next)
      if (wrong.length === 0) {
        tally.passed += 1
        continue
      }
      tally.failed += 1
      console.log(`✗ ${title}: ${next.name}\n  ${wrong.join('\n  ')}`)
    }
  }
  await Promise.all(Array.from({length: atATime}, work))
  const seconds = Math.round((performance.now() - start) / 1000)
  console.log(
    `${title}: ${cases.length} cases in ${seconds} s, ${tally.passed} passed, ${tally.failed} failed`,
  )
  return tally
}

async function outcomeOf({play}: Case): Promise<readonly string[]> {
  try {
    return await play()
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)]
  }
}
