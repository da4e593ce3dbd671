import type {BundleRun} from '../../../simulator/runner/run-bundle.ts'
import {createClient} from '../../../simulator/client.ts'
import type {Simulator} from '../../../simulator/simulator.ts'
import type {Case} from './cases.ts'
import {notTold, onStage} from './stage.ts'
import {FULL_SET} from './media-story.ts'
import {VERSION} from './story.ts'
import type {Story} from './story.ts'

/** A second run begins when the store has applied the nth request of the first; with 0 both begin together. */
export function secondRunAt(story: Story, nth: number): Case {
  return {
    name: `a second run begins at request ${nth}`,
    play: () =>
      onStage({story}, async ({simulator, run, heal}) => {
        const first = run()
        if (nth > 0) await applied(simulator, nth, first)
        const ends = await Promise.all([first, run()])
        return [...ends.flatMap(silentEnd), ...(await heal())]
      }),
  }
}

/** Somebody submits the version when the store has applied the nth request, and takes it back later. */
export function submittedAt(story: Story, nth: number): Case {
  return {
    name: `the version is submitted at request ${nth}`,
    play: () =>
      onStage({story}, async ({simulator, run, differences, heal}) => {
        const version = simulator.versions().find(({versionString}) => versionString === VERSION)
        const id = version?.id ?? ''
        const running = run()
        await applied(simulator, nth, running)
        simulator.setVersionState(id, 'WAITING_FOR_REVIEW')
        const end = await running
        const wrong =
          end.code === 0
            ? differences()
            : notTold(end, [/WAITING_FOR_REVIEW|cannot be edited|does not allow changes/u])
        simulator.setVersionState(id, 'PREPARE_FOR_SUBMISSION')
        return [...silentEnd(end), ...wrong, ...(await heal())]
      }),
  }
}

/** Somebody deletes a screenshot that is being replaced, the old or the new one, when the store has applied the nth request. */
export function deletedAt(story: Story, nth: number): Case {
  return {
    name: `a screenshot is deleted at request ${nth}`,
    play: () =>
      onStage({story}, async ({simulator, run, heal}) => {
        const client = await createClient(simulator)
        const running = run()
        await applied(simulator, nth, running)
        const set = simulator.listing(VERSION)['en-US']?.[FULL_SET] ?? []
        const replaced = ['1.png', '6.png'].map((name) =>
          set.find(({fileName}) => fileName === name),
        )
        const id = replaced.find((asset) => asset !== undefined)?.id
        await client.send('DELETE', `/v1/appScreenshots/${id}`)
        return [...silentEnd(await running), ...(await heal())]
      }),
  }
}

/** Resolves when the store has applied so many requests, or the run has ended before that. */
async function applied(simulator: Simulator, nth: number, run: Promise<BundleRun>): Promise<void> {
  let seen = 0
  const reached = new Promise<void>((resolve) => {
    simulator.onApplied(() => {
      seen += 1
      if (seen === nth) resolve()
    })
  })
  await Promise.race([reached, run])
}

/** A run may fail when somebody else works on the version, but it has to say so. */
function silentEnd(run: BundleRun): readonly string[] {
  return run.code === 0 ? [] : notTold(run, [/./u])
}
