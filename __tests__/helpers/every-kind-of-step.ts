import {image, video} from './media.ts'
import {scenario, shot, shots, stored, WATCH} from './scenario.ts'
import type {Scenario} from './scenario.ts'

/** A store and a folder between which every kind of step is needed but a new version. */
export async function everyKindOfStep(): Promise<Scenario> {
  const intro = await video('iphone.mp4')
  const watch = [
    ...(await stored({'gone.png': 9, 'replaced.png': 1, 'second.png': 2})),
    {fileName: 'dead.png', state: 'FAILED', bytes: await shot(5)} as const,
    {fileName: 'resumed.png', state: 'AWAITING_UPLOAD', size: (await shot(6)).length} as const,
  ]
  const previews = [{fileName: 'intro.mp4', bytes: intro}]
  const localizations = [
    {
      locale: 'en-US',
      sets: [
        {type: WATCH, assets: watch},
        {type: 'IPHONE_67', assets: previews},
      ],
    },
  ]
  return scenario(
    {
      ...(await shots({
        '1 second.png': 2,
        '2 new.png': 3,
        'dead.png': 5,
        'replaced.png': 11,
        'resumed.png': 6,
      })),
      ...(await shots({'1.png': 1}, 'ja')),
      'screenshots/en-US/iphone-6.9/1.png': await image(1290, 2796),
      'previews/en-US/IPHONE_67/intro.mp4': intro,
      'previews/en-US/IPHONE_67/intro.poster.txt': '00:00:04:00',
      'previews/ja/IPHONE_67/intro.mp4': await video('rotated.mp4'),
      'previews/ja/IPHONE_67/intro.poster.txt': '00:00:04:00',
    },
    {apps: [{bundleId: 'com.example.app', versions: [{versionString: '1.0.0', localizations}]}]},
  )
}
