import {afterAll, expect, test} from '@jest/globals'
import {image, video} from '../../helpers/media.ts'
import {green} from '../../../simulator/runner/run-bundle.ts'
import {
  closeScenarios,
  place,
  scenario,
  shot,
  shots,
  stored,
  WATCH,
} from '../../helpers/scenario.ts'
import type {InclusionCut} from '../../../simulator/options.ts'

afterAll(closeScenarios)

const CUTS: readonly InclusionCut[] = [
  {most: 1, tellsBy: 'total'},
  {most: 1, tellsBy: 'next'},
  {most: 0, tellsBy: 'missing resources'},
]

test.concurrent.each(CUTS)(
  'An included list that is cut short is read whole, as told by its $tellsBy: nothing that exists is made again',
  async (inclusionCut) => {
    const larger = await image(368, 448)
    const preview = await video('iphone.mp4')
    const made = await scenario(
      {
        ...(await shots({'1.png': 1, '2.png': 2, '3.png': 33})),
        'screenshots/en-US/APP_WATCH_SERIES_4/1.png': larger,
        'previews/en-US/IPHONE_67/intro.mp4': preview,
      },
      {
        inclusionCut,
        apps: [
          {
            bundleId: 'com.example.app',
            versions: [
              {
                versionString: '1.0.0',
                localizations: [
                  {
                    locale: 'en-US',
                    sets: [
                      {type: WATCH, assets: await stored({'1.png': 1, '2.png': 2, '3.png': 3})},
                      {
                        type: 'APP_WATCH_SERIES_4',
                        assets: [{fileName: '1.png', bytes: larger}],
                      },
                      {type: 'IPHONE_67', assets: [{fileName: 'intro.mp4', bytes: preview}]},
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    )
    const run = green(await made.run())
    expect(run.writes.map(({routeClass}) => routeClass)).toEqual(['reserve', 'commit', 'delete'])
    expect(run.outputs).toMatchObject({uploaded: '1', deleted: '1', unchanged: '4', failed: '0'})
    expect(made.names(WATCH)).toEqual(['1.png', '2.png', '3.png'])

    await made.write({[place('3.png')]: await shot(33)})
    expect(green(await made.run()).writes).toEqual([])
  },
)
