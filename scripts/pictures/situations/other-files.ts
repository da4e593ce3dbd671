import {assetListing} from '../../../__tests__/end-to-end/matrix/asset-story.ts'
import {openStage} from '../stage.ts'
import type {StageOptions} from '../stage.ts'

const ALL = {manage: 'all'}

/** Every family of files but screenshots and previews: some new, some replaced, some that the folder does not have. */
export async function otherFiles(options: StageOptions): Promise<void> {
  const {files, plant} = await assetListing()
  const {simulator, plan, sync} = await openStage(options, {
    store: {},
    folder: files,
    isUpdate: true,
  })
  plant(simulator)
  await plan(ALL)
  await sync(ALL)
  await sync(ALL)
}

/** Apple does not accept three of the files. */
export async function otherFilesRejected(options: StageOptions): Promise<void> {
  const {files, plant} = await assetListing()
  const {simulator, sync} = await openStage(options, {store: {}, folder: files, isUpdate: true})
  plant(simulator)
  for (const [fileName, code] of [
    ['notes.pdf', 'FILE_UNREADABLE'],
    ['routing-coverage.geojson', 'ROUTING_APP_COVERAGE_INVALID'],
    ['base.aar', 'ARCHIVE_INVALID'],
  ] as const) {
    simulator.faults.addProcessing({fileName, outcome: [{code, description: code}]})
  }
  await sync(ALL)
}
