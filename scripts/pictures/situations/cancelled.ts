import {demoFiles} from '../listing-files.ts'
import {openStage} from '../stage.ts'
import type {StageOptions} from '../stage.ts'

const COMMITS = 14

/** In milliseconds: long enough for two looks at what Apple makes of the files. */
const LATER = 6000

/** Somebody cancels a first upload: Apple has most of its files, still looks at one, and the last do not get through. */
export async function cancelled(options: StageOptions): Promise<void> {
  const {simulator, sync} = await openStage(options, {store: {}, folder: await demoFiles()})
  simulator.faults.addProcessing({fileName: '03-week.png', outcome: 'never'})
  simulator.faults.add({
    match: {path: 'part'},
    nth: COMMITS + 1,
    times: Number.POSITIVE_INFINITY,
    effect: {kind: 'hang'},
  })
  await sync({}, (cancel) => {
    let commits = 0
    simulator.onApplied(({routeClass}) => {
      if (routeClass === 'commit') commits += 1
      if (routeClass === 'commit' && commits === COMMITS) setTimeout(cancel, LATER)
    })
  })
}
