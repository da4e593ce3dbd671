import {demoFiles} from '../listing-files.ts'
import type {Contents} from '../listing-files.ts'
import {screenshot} from '../screenshots.ts'
import {openStage} from '../stage.ts'
import type {Listing, StageOptions} from '../stage.ts'

const POSTER = 'previews/en-US/IPHONE_67/tour.poster.txt'
const TABLET = 'screenshots/de-DE/APP_IPAD_PRO_3GEN_129'

/** What a release brings: 1 new, 2 replaced, 1 removed, 1 set in another order, and another poster frame. */
export async function fiveChanges(options: StageOptions): Promise<void> {
  const {plan, sync, validate} = await openStage(options, await fiveChangesListing())
  await validate({prune: 'true'})
  await plan({prune: 'true'})
  await sync({prune: 'true'})
}

export async function fiveChangesListing(): Promise<Listing> {
  const demo = await demoFiles()
  const folder: Contents = {
    ...demo,
    [POSTER]: '00:00:09:00\n',
    'screenshots/ja/APP_IPHONE_67/04-sunset.png': await phone('ja', {scene: 'trail', hue: 290}),
    'screenshots/en-US/APP_IPHONE_67/02-climb.png': await phone('en-US', {scene: 'climb', hue: 60}),
    'screenshots/de-DE/APP_IPHONE_67/02-climb.png': await phone('de-DE', {scene: 'climb', hue: 60}),
  }
  const {[`${TABLET}/01-trail.jpg`]: first = '', ...rest} = demo
  const store: Contents = {
    ...rest,
    // After the second one.
    [`${TABLET}/01-trail.jpg`]: first,
    'screenshots/en-US/APP_IPHONE_67/04-badges.png': await phone('en-US', {
      scene: 'week',
      hue: 120,
    }),
  }
  return {store, folder}
}

function phone(
  locale: string,
  look: {readonly scene: 'trail' | 'climb' | 'week'; readonly hue: number},
) {
  return screenshot({device: 'iphone', locale, ...look})
}
