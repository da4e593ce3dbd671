import {readdir, readFile} from 'node:fs/promises'
import path from 'node:path'
import {FIELDS} from '../../src/metadata/text-fields.ts'
import type {AssetSeed, LocalizationSeed} from '../../simulator/store/seeds.ts'

const DEMO = path.join(import.meta.dirname, '../../demo')

/** Files by their paths in the repository. */
export type Contents = Readonly<Record<string, Buffer | string>>

/** The folder of the demo: three languages, phone and tablet, one preview. */
export async function demoFiles(): Promise<Contents> {
  const entries = await readdir(DEMO, {recursive: true, withFileTypes: true})
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({parentPath, name}) => path.join(parentPath, name))
    .toSorted()
  const read = files.map(async (file) => [path.relative(DEMO, file), await readFile(file)] as const)
  return Object.fromEntries(await Promise.all(read))
}

/** What the store has once these files have been brought to it, each set in the order that they are listed in. */
export function localizationsOf(files: Contents): readonly LocalizationSeed[] {
  const places = Object.entries(files).map(([file, content]) => {
    const [root = '', locale = '', ...rest] = file.split('/')
    return {
      root,
      locale,
      rest,
      content: typeof content === 'string' ? Buffer.from(content) : content,
    }
  })
  const locales = Object.groupBy(places, ({locale}) => locale)
  return Object.entries(locales).map(([locale, own = []]) => {
    const texts = own.filter(({root}) => root === 'metadata')
    const media = own.filter(({root, rest}) => root !== 'metadata' && !isPoster(rest))
    const sets = Object.groupBy(media, ({rest: [type = '']}) => type)
    return {
      locale,
      texts: Object.fromEntries(
        texts.map(({rest: [name = ''], content}) => [attribute(name), content.toString().trim()]),
      ),
      sets: Object.entries(sets).map(([type, assets = []]) => ({
        type,
        assets: assets.map(({rest: [, fileName = ''], content}): AssetSeed => {
          const poster = own.find(({rest}) => isPosterOf(rest, type, fileName))
          return {
            fileName,
            bytes: content,
            // The store looks at the file, and so knows its size.
            state: 'UPLOAD_COMPLETE',
            ...(poster === undefined ? {} : {posterTimeCode: poster.content.toString().trim()}),
          }
        }),
      })),
    }
  })
}

/** The poster frames that files choose. */
export function timeCodesIn(files: Contents): readonly string[] {
  const posters = Object.entries(files).filter(([file]) => file.endsWith('.poster.txt'))
  return posters.map(([, content]) => content.toString().trim())
}

function isPoster([, name = '']: readonly string[]): boolean {
  return name.endsWith('.poster.txt')
}

function isPosterOf([type, name = '']: readonly string[], ofType: string, video: string): boolean {
  return type === ofType && name === `${path.parse(video).name}.poster.txt`
}

function attribute(fileName: string): string {
  return FIELDS.find(({file}) => file === fileName)?.attribute ?? fileName
}
