import sharp from 'sharp'
import {sampleVideo} from '../../../simulator/media/sample-video.ts'
import {demoFiles} from '../listing-files.ts'
import type {Contents} from '../listing-files.ts'
import {screenshot} from '../screenshots.ts'
import {openStage} from '../stage.ts'
import type {StageOptions} from '../stage.ts'

const PHONE = 'APP_IPHONE_67'

/** Fourteen files that Apple would refuse, among good ones. */
export async function badFiles(options: StageOptions): Promise<void> {
  const demo = await demoFiles()
  const {plan, sync, validate} = await openStage(options, {
    store: demo,
    folder: {...demo, ...(await wrong())},
  })
  await validate()
  await plan()
  await sync()
}

async function wrong(): Promise<Contents> {
  const picture = await screenshot({device: 'iphone', locale: 'en-US', scene: 'trail', hue: 30})
  const resized = (width: number, height: number) =>
    sharp(picture).resize(width, height, {fit: 'cover'}).png({compressionLevel: 3}).toBuffer()
  const transparent = await sharp(picture).ensureAlpha(0.5).png({compressionLevel: 3}).toBuffer()
  const pointer =
    'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 102513\n'
  return {
    // Small by a factor that a script got wrong, the same in three languages.
    [`screenshots/en-US/${PHONE}/04-small.png`]: await resized(645, 1398),
    [`screenshots/de-DE/${PHONE}/04-small.png`]: await resized(645, 1398),
    [`screenshots/ja/${PHONE}/04-small.png`]: await resized(645, 1398),
    [`screenshots/en-US/${PHONE}/05-alpha.png`]: transparent,
    [`screenshots/de-DE/${PHONE}/05-alpha.png`]: transparent,
    [`screenshots/en-US/${PHONE}/06-truncated.png`]: picture.subarray(0, picture.length / 2),
    [`screenshots/ja/${PHONE}/06-pointer.png`]: pointer,
    [`screenshots/de-DE/${PHONE}/07-empty.png`]: '',
    [`screenshots/ja/${PHONE}/08-tablet.png`]: await resized(2064, 2752),
    [`screenshots/de-DE/${PHONE}/09-modern.webp`]: await sharp(picture).webp().toBuffer(),
    'screenshots/fr-FR/iphone-6.99/01-trail.png': picture,
    'screenshots/jp/iphone-6.9/01-trail.png': picture,
    'previews/de-DE/IPHONE_67/short.mp4': Buffer.from(await sampleVideo({seconds: 5})),
    'previews/ja/IPHONE_67/wide.mp4': Buffer.from(await sampleVideo({width: 1080, height: 1920})),
  }
}
