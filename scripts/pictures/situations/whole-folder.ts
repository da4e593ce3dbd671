import {LOCALES} from '../../../src/apple/locales.ts'
import {demoFiles} from '../listing-files.ts'
import {DEVICES, screenshot} from '../screenshots.ts'
import {openStage} from '../stage.ts'
import type {StageOptions} from '../stage.ts'

/** The store has an empty version. */
export async function firstUpload(options: StageOptions): Promise<void> {
  const {plan, sync, validate} = await openStage(options, {store: {}, folder: await demoFiles()})
  await validate()
  await plan()
  await sync()
}

/** The store has what the folder has. */
export async function nothingToDo(options: StageOptions): Promise<void> {
  const files = await demoFiles()
  const {plan, sync} = await openStage(options, {store: files, folder: files})
  await plan()
  await sync()
}

const HUGE = {locales: 40, devices: ['iphone', 'ipad', 'watch'], perSet: 5} as const

/** As many pictures as big apps have, all of them new: do the comment, the summary and the report still fit? */
export async function hugeFirstUpload(options: StageOptions): Promise<void> {
  const places = LOCALES.slice(0, HUGE.locales).flatMap((locale) =>
    HUGE.devices.flatMap((device) =>
      Array.from({length: HUGE.perSet}, (_, index) => ({locale, device, index})),
    ),
  )
  const files: Record<string, Buffer> = {}
  for (const {locale, device, index} of places) {
    const {type, scenes} = DEVICES[device]
    const scene = scenes[index % scenes.length] ?? 'trail'
    const name = `screenshots/${locale}/${type}/0${index + 1}-${scene}.jpg`
    // oxlint-disable-next-line no-await-in-loop -- each takes all cores and much memory
    files[name] = await screenshot({device, locale, scene, label: `${index + 1}`, format: 'jpeg'})
  }
  // Not judged one by one: that would take longer than everything else.
  const simulator = {processing: 'accept', hourlyLimit: 10_000} as const
  const {plan, sync} = await openStage(options, {store: {}, folder: files, simulator})
  await plan()
  await sync()
}
