/**
 * Makes the sample folder `demo/` that `npm run demo` brings to the store: `node scripts/make-demo.ts`. Only needed to
 * change the pictures, and nothing else needs what it needs: ffmpeg, and the fonts Inter and Noto Sans CJK JP.
 */
import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdir, rm, writeFile} from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import {picture, SCENES} from './demo/pictures.ts'
import type {Canvas} from './demo/pictures.ts'
import {FRAME_RATE, FRAMES, previewFrame, SECONDS, VIDEO} from './demo/preview-frames.ts'
import {WORDS} from './demo/words.ts'
import type {Words} from './demo/words.ts'

const DEMO = path.join(import.meta.dirname, '../demo')

const SETS = [
  {type: 'APP_IPHONE_67', canvas: {width: 1290, height: 2796, device: 'phone'}, scenes: SCENES},
  {
    type: 'APP_IPAD_PRO_3GEN_129',
    canvas: {width: 2064, height: 2752, device: 'tablet'},
    scenes: SCENES.slice(0, 2),
  },
] as const satisfies readonly {type: string; canvas: Canvas; scenes: readonly string[]}[]

/** Phones get PNG and tablets JPEG, so that both formats are in the sample. */
async function makeScreenshots(locale: string, words: Words): Promise<void> {
  for (const {type, canvas, scenes} of SETS) {
    const folder = path.join(DEMO, 'screenshots', locale, type)
    await mkdir(folder, {recursive: true})
    for (const [index, scene] of scenes.entries()) {
      const image = sharp(Buffer.from(picture(scene, words, canvas))).flatten()
      const name = path.join(folder, `0${index + 1}-${scene}`)
      if (canvas.device === 'phone') {
        await image.png({palette: true, effort: 10}).toFile(`${name}.png`)
      } else await image.jpeg({quality: 82, mozjpeg: true}).toFile(`${name}.jpg`)
    }
  }
}

/** The scenes one after the other, each drawing itself, over a quiet chord. */
async function makePreview(words: Words): Promise<void> {
  const folder = path.join(DEMO, 'previews/en-US/IPHONE_67')
  await mkdir(folder, {recursive: true})
  const options = [
    `-v error -y -f rawvideo -pix_fmt rgb24 -s ${VIDEO.width}x${VIDEO.height} -r ${FRAME_RATE} -i -`,
    `-f lavfi -i aevalsrc=${chord([220, 277.2])}|${chord([220, 329.6])}:d=${SECONDS}`,
    `-af afade=in:d=1,afade=out:st=${SECONDS - 2}:d=2 -c:a aac -b:a 64k`,
    '-c:v libx264 -preset slow -crf 26 -pix_fmt yuv420p -movflags +faststart',
    '-fflags +bitexact -flags:v +bitexact -flags:a +bitexact',
  ]
  const file = path.join(folder, 'tour.mp4')
  const ffmpeg = spawn('ffmpeg', [...options.flatMap((line) => line.split(' ')), file])
  ffmpeg.stderr.pipe(process.stderr)
  const closed = once(ffmpeg, 'close')

  let pixels = Buffer.alloc(0)
  for (let index = 0; index < FRAMES; index += 1) {
    const {isRepeated, draw} = previewFrame(words, index)
    if (!isRepeated) pixels = await draw().raw().toBuffer()
    if (!ffmpeg.stdin.write(pixels)) await once(ffmpeg.stdin, 'drain')
  }
  ffmpeg.stdin.end()
  await closed
  await writeFile(path.join(folder, 'tour.poster.txt'), '00:00:04:00\n')
}

function chord(frequencies: readonly number[]): string {
  return frequencies.map((frequency) => `0.05*sin(2*PI*${frequency}*t)`).join('+')
}

await rm(DEMO, {recursive: true, force: true})
for (const [locale, words] of Object.entries(WORDS)) await makeScreenshots(locale, words)
const english = WORDS['en-US']
if (english !== undefined) await makePreview(english)
