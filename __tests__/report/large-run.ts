import path from 'node:path'

import sharp from 'sharp'

import {LOCALES} from '../../src/apple/locales.ts'
import type {Run} from '../../src/core/run.ts'
import {PHONE, TABLET} from './sample-plan.ts'
import {asset, desiredSet, diagnosticOf, plannedRun} from './sample-run.ts'
import type {SampleAsset} from './sample-steps.ts'
import {CHECKLIST, textField, textsOf} from './sample-texts.ts'

const demo = path.join(import.meta.dirname, '../../demo/screenshots/en-US')
const PICTURES: Readonly<Record<string, readonly string[]>> = {
  [PHONE]: ['01-trail.png', '02-climb.png', '03-week.png'],
  [TABLET]: ['01-trail.jpg', '02-climb.jpg'],
}

/** Four hundred screenshots in twenty locales, with every kind of change among them, some texts and a checklist. */
export function largeRun(): Run {
  const names = Array.from({length: 10}, (_, index) => `${String(index + 1).padStart(2, '0')}.png`)
  const sets = LOCALES.slice(0, 20).flatMap((locale) =>
    [PHONE, TABLET].map((type) => desiredSet(locale, type, names)),
  )
  const assets = new Map(
    sets
      .slice(0, 38)
      .map(({id, locale, type}, index) => [id, stored(locale, type, names, index % 4)] as const),
  )
  const run = plannedRun(sets, assets)
  const [first] = sets
  const problem = diagnosticOf({
    severity: 'warning',
    what: 'shows a status bar with a carrier name',
    next: 'take it again with an empty status bar',
    about: {path: first?.files[4]?.path ?? ''},
  })
  const full = diagnosticOf({
    severity: 'warning',
    what: 'is full: summer-sale.png is deleted before the new files are complete',
    next: '',
    about: {place: first?.id ?? ''},
  })
  const texts = textsOf('ca', [
    textField(),
    textField({name: 'keywords', state: 'unchanged'}),
    textField({name: 'release notes', before: null, after: 'A line of a long text.\n'.repeat(50)}),
  ])
  return {
    ...run,
    views: [...run.views, texts, CHECKLIST],
    diagnostics: [problem],
    plan: run.plan && {...run.plan, diagnostics: [full]},
  }
}

function stored(
  locale: string,
  type: string,
  names: readonly string[],
  variant: number,
): readonly SampleAsset[] {
  const same = (name: string) => asset(locale, type, name)
  if (variant === 0) {
    return [
      asset(locale, type, '01.png', 'older'),
      asset(locale, type, '02.png', 'older'),
      ...names.slice(2, 6).map(same),
      asset(locale, type, 'summer-sale.png', 'older'),
    ]
  }
  if (variant === 1) return names.toReversed().map(same)
  return names.map(same)
}

/** Real thumbnails of the sample pictures, for every file of a run. */
export async function sampleThumbnails({views}: Run): Promise<ReadonlyMap<string, string>> {
  const made = await Promise.all(
    Object.entries(PICTURES).map(async ([type, names]) => {
      const thumbnails = names.map((name) => thumbnail(path.join(demo, type, name)))
      return [type, await Promise.all(thumbnails)] as const
    }),
  )
  const byType = new Map(made)
  const shelves = views.flatMap((view) => (view.shape === 'gallery' ? view.shelves : []))
  return new Map(
    shelves.flatMap(({type, cards}) =>
      cards.flatMap(({file}, index) => {
        const all = byType.get(type) ?? []
        const one = all[index % all.length]
        return one === undefined || file === null ? [] : [[file.path, one] as const]
      }),
    ),
  )
}

async function thumbnail(file: string): Promise<string> {
  const jpeg = await sharp(file).resize({height: 400}).jpeg().toBuffer()
  return `data:image/jpeg;base64,${jpeg.toString('base64')}`
}
