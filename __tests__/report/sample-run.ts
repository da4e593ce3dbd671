import type {Diagnostic} from '../../src/core/diagnostic.ts'
import {EMPTY_RUN} from '../../src/core/run.ts'
import type {Run} from '../../src/core/run.ts'
import type {Step} from '../../src/core/step.ts'
import type {Gallery} from '../../src/core/view.ts'
import type {PixelSize} from '../../src/core/vocabulary.ts'
import {cardOf, PHONE, planSet, shelfOf, TABLET} from './sample-plan.ts'
import {stepOf} from './sample-steps.ts'
import type {SampleAsset, SampleSet} from './sample-steps.ts'

const PIXELS: Readonly<Record<string, PixelSize>> = {
  [PHONE]: {width: 1290, height: 2796},
  [TABLET]: {width: 2064, height: 2752},
}

/** A set of a folder with files of these names, each with bytes of its own. */
export function desiredSet(locale: string, type: string, names: readonly string[]): SampleSet {
  const folder = `screenshots/${locale}/${type}`
  const files = names.map((name) => ({
    name,
    path: `${folder}/${name}`,
    content: {size: 1000, md5: md5Of(locale, type, name), sha256: `${locale}${type}${name}`},
    pixels: PIXELS[type] ?? null,
  }))
  return {id: `${locale}/${type}`, locale, type, folder, files}
}

/** An asset of the store: the one that the file of this name makes, or an older one. */
export function asset(
  locale: string,
  type: string,
  fileName: string,
  age: 'same' | 'older' = 'same',
): SampleAsset {
  const key = `${locale}-${type}-${fileName}`.replaceAll(/[^\w.-]/g, '_')
  return {
    id: key,
    fileName,
    md5: age === 'same' ? md5Of(locale, type, fileName) : 'f'.repeat(32),
    image: {
      templateUrl: `https://pictures.example/${encodeURIComponent(key)}/{w}x{h}bb.{f}`,
      ...(PIXELS[type] ?? {width: 1, height: 1}),
      videoUrl: null,
    },
  }
}

/** What is shown of sets that are not compared with the store. */
export function galleryOf(sets: readonly SampleSet[]): Gallery {
  const shelves = sets.map((set) => {
    const cards = set.files.map((file) => cardOf(file, 'file'))
    return shelfOf(set, cards)
  })
  return {shape: 'gallery', shelves}
}

/** A plan that brings these sets to a store that has these assets, by the id of their set. */
export function plannedRun(
  sets: readonly SampleSet[],
  assets: ReadonlyMap<string, readonly SampleAsset[]>,
  prune = true,
): Run {
  const there = new Set([...assets.keys()].map((id) => id.split('/')[0]))
  const missing = new Set(sets.map(({locale}) => locale).filter((locale) => !there.has(locale)))
  const plans = sets.map((set) => planSet(set, assets.get(set.id) ?? null, prune))
  return {
    ...EMPTY_RUN,
    mode: 'plan',
    app: {id: '1', bundleId: 'com.example.trails', name: 'Trails', primaryLocale: 'en-US'},
    version: {id: '7', versionString: '2.1.0', state: 'PREPARE_FOR_SUBMISSION'},
    views: [{shape: 'gallery', shelves: plans.map(({shelf}) => shelf)}],
    plan: {
      steps: [...[...missing].map(newLocale), ...plans.flatMap(({steps}) => steps)],
      settled: plans.flatMap(({settled}) => settled),
      diagnostics: [],
    },
    pictures: new Map([...assets.values()].flat().map(({id, image}) => [id, image])),
  }
}

function newLocale(locale: string): Step {
  const subject = {noun: 'locale', name: locale, locale, place: null, file: null}
  return stepOf({
    id: `create-localization:${locale}`,
    section: 'version',
    action: 'create',
    subject,
  })
}

/** A diagnostic with nothing in it but what is said. */
export function diagnosticOf(diagnostic: Partial<Diagnostic>): Diagnostic {
  return {severity: 'error', code: 'x', what: 'is odd', next: 'look', about: null, ...diagnostic}
}

function md5Of(...parts: readonly string[]): string {
  return Buffer.from(parts.join()).toString('hex').padEnd(32, '0').slice(-32)
}
