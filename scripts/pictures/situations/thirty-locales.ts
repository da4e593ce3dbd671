import {LOCALES} from '../../../src/apple/locales.ts'
import {SCENES} from '../../demo/pictures.ts'
import {screenshot} from '../screenshots.ts'
import {openStage} from '../stage.ts'
import type {StageOptions} from '../stage.ts'

const OTHERS = LOCALES.filter((locale) => !['en-US', 'de-DE', 'ja'].includes(locale))

/** One decision, thirty times: the same picture changes in thirty languages. */
export async function thirtyLocales(options: StageOptions): Promise<void> {
  const store: Record<string, Buffer> = {}
  const folder: Record<string, Buffer> = {}
  for (const locale of ['en-US', 'de-DE', 'ja', ...OTHERS.slice(0, 27)].toSorted()) {
    for (const [index, scene] of SCENES.entries()) {
      const name = `screenshots/${locale}/APP_IPHONE_67/0${index + 1}-${scene}.png`
      const recipe = {device: 'iphone', locale, scene} as const
      // oxlint-disable-next-line no-await-in-loop -- each takes all cores and much memory
      const before = await screenshot(recipe)
      store[name] = before
      // oxlint-disable-next-line no-await-in-loop
      folder[name] = scene === 'climb' ? await screenshot({...recipe, hue: 60}) : before
    }
  }
  const {plan, sync} = await openStage(options, {store, folder})
  await plan()
  await sync()
}
