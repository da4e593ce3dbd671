import {demoFiles} from '../listing-files.ts'
import {openStage} from '../stage.ts'
import type {StageOptions} from '../stage.ts'
import {fiveChangesListing} from './five-changes.ts'

/** Apple does not want one of two replacements, nor one new picture of a first upload. */
export async function rejected(options: StageOptions): Promise<void> {
  const {simulator, plan, sync} = await openStage(options, await fiveChangesListing())
  await plan({prune: 'true'})
  const reasons = [
    {code: 'IMAGE_INCORRECT_DIMENSIONS', description: 'The image has the wrong dimensions.'},
  ]
  simulator.faults.addProcessing({fileName: '02-climb.png', outcome: reasons, times: 1})
  await sync({prune: 'true'})
}

/** Apple does not want one picture of a first upload. */
export async function rejectedAtFirst(options: StageOptions): Promise<void> {
  const {simulator, sync} = await openStage(options, {store: {}, folder: await demoFiles()})
  const reasons = [{code: 'IMAGE_ALPHA_NOT_ALLOWED', description: 'Alpha is not allowed.'}]
  simulator.faults.addProcessing({fileName: '03-week.png', outcome: reasons, times: 1})
  await sync()
}
