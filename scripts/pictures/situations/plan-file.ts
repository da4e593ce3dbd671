import {writeFile} from 'node:fs/promises'
import path from 'node:path'
import {screenshot} from '../screenshots.ts'
import {openStage} from '../stage.ts'
import type {StageOptions} from '../stage.ts'
import {fiveChangesListing} from './five-changes.ts'

/** Somebody approved a plan, and then the folder changed. */
export async function planFile(options: StageOptions): Promise<void> {
  const {scenario, plan, sync} = await openStage(options, await fiveChangesListing())
  const approved = await plan({prune: 'true'})
  await writeFile(path.join(scenario.workspace, 'plan.json'), JSON.stringify(approved.plan))
  const recipe = {device: 'iphone', scene: 'week', hue: 200} as const
  await scenario.write({
    'screenshots/ja/APP_IPHONE_67/03-week.png': await screenshot({...recipe, locale: 'ja'}),
    'screenshots/ja/APP_IPHONE_67/04-sunset.png': await screenshot({
      ...recipe,
      locale: 'ja',
      label: 'new',
    }),
  })
  await sync({prune: 'true', 'plan-file': 'plan.json'})
}
