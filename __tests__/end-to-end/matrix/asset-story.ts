import {createHash} from 'node:crypto'
import {folderWith, image} from '../../helpers/media.ts'
import type {ListedFile} from '../../../simulator/entities/planting.ts'
import type {EntityType} from '../../../simulator/store/records.ts'
import type {Simulator} from '../../../simulator/simulator.ts'
import {geojson} from '../assets/routing-coverages.ts'
import {APP, VERSION} from './story.ts'
import type {Story} from './story.ts'

/** Makes archives take several parts. */
const PART_BYTES = 20_000
const CLIP = 'com.example.app.Clip'
const LINK = 'https://example.com/menu'

/**
 * Every family of files but screenshots and previews, each with something to make and something to replace: one run on
 * it makes an App Clip experience from the one of the version before, changes an advanced one and makes another, replaces
 * and prunes attachments, replaces the coverage, makes a pack and another version of one.
 */
export async function tellAssetStory(): Promise<Story> {
  const {files, ...listing} = await assetListing()
  return {
    ...listing,
    workspace: await folderWith(files),
    inputs: {manage: 'all', prune: 'true'},
    store: {
      apps: [
        {
          ...APP,
          versions: [
            {versionString: '0.9.0', state: 'READY_FOR_DISTRIBUTION'},
            {versionString: VERSION},
          ],
        },
      ],
      processing: 'accept',
      processingMilliseconds: 1,
      partSize: PART_BYTES,
    },
    untouched: leftAlone,
    right: () => [],
  }
}

/** The files, and a store that has others: as {@link tellAssetStory} says. */
export async function assetListing() {
  const [card, menu, order] = await Promise.all([
    image(1800, 1200, {colour: '#204060'}),
    image(1800, 1200, {colour: '#604020'}),
    image(1800, 1200, {colour: '#206040'}),
  ])
  const pack = Buffer.alloc(3 * PART_BYTES, 'pack')
  const level = Buffer.alloc(2 * PART_BYTES, 'level')
  const manifest = JSON.stringify({assetPackID: 'level-1'})
  const files = {
    'app-clip/action.txt': 'OPEN\n',
    'app-clip/en-US/header.png': card,
    'app-clip/en-US/subtitle.txt': 'Order ahead\n',
    'app-clip/ja/header.png': card,
    'app-clip/ja/subtitle.txt': 'すぐに\n',
    'app-clip-experiences/menu/experience.yml': experienceFile(LINK, 'Menu'),
    'app-clip-experiences/menu/header.png': menu,
    'app-clip-experiences/order/experience.yml': experienceFile(
      'https://example.com/order',
      'Order',
    ),
    'app-clip-experiences/order/header.png': order,
    'review-attachments/notes.pdf': 'new notes',
    'review-attachments/demo.mp4': 'demo',
    'routing-coverage.geojson': geojson(2),
    'background-assets/base.aar': pack,
    'background-assets/level-1.aar': level,
    'background-assets/level-1.json': manifest,
  }
  return {
    files,
    plant: (simulator: Simulator) => plant(simulator, {image: order, archive: level}),
    differences: (simulator: Simulator) => [
      ...wrongFiles(simulator, 'appStoreReviewAttachments', {
        'demo.mp4': md5('demo'),
        'notes.pdf': md5('new notes'),
      }),
      ...wrongFiles(simulator, 'routingAppCoverages', {
        'routing-coverage.geojson': md5(geojson(2)),
      }),
      ...wrongCard(simulator, {card: md5(card), subtitles: {'en-US': 'Order ahead', ja: 'すぐに'}}),
      ...wrongExperiences(simulator, {
        [LINK]: `Menu ${md5(menu)}`,
        'https://example.com/order': `Order ${md5(order)}`,
      }),
      ...wrongPacks(simulator, {
        base: {ASSET: md5(pack)},
        'level-1': {MANIFEST: md5(manifest), ASSET: md5(level)},
      }),
    ],
  }
}

/** What the store has before: for each family something that stays, changes, or goes. */
function plant(
  simulator: Simulator,
  {image: old, archive}: {readonly image: Buffer; readonly archive: Buffer},
): void {
  const [released, prepared] = simulator.versions()
  const version = prepared?.id ?? ''
  const app = {app: simulator.appIds[0] ?? ''}
  const clip = simulator.addRecord({
    type: 'appClips',
    attributes: {bundleId: CLIP},
    related: app,
  })
  const earlier = simulator.addRecord({
    type: 'appClipDefaultExperiences',
    attributes: {action: 'PLAY'},
    related: {appClip: clip, releaseWithAppStoreVersion: released?.id ?? ''},
  })
  const english = simulator.addRecord({
    type: 'appClipDefaultExperienceLocalizations',
    attributes: {locale: 'en-US', subtitle: 'Old'},
    related: {appClipDefaultExperience: earlier},
  })
  simulator.addRecord({
    type: 'appClipHeaderImages',
    related: {appClipDefaultExperienceLocalization: english},
    file: {fileName: 'header.png', bytes: old},
  })
  const header = simulator.addRecord({
    type: 'appClipAdvancedExperienceImages',
    file: {fileName: 'header.png', bytes: old},
  })
  const menu = simulator.addRecord({
    type: 'appClipAdvancedExperiences',
    attributes: {
      link: LINK,
      isPoweredBy: false,
      defaultLanguage: 'EN',
      status: 'RECEIVED',
      action: 'VIEW',
    },
    related: {appClip: clip, headerImage: header},
  })
  simulator.addRecord({
    type: 'appClipAdvancedExperienceLocalizations',
    attributes: {language: 'EN', title: 'Old menu', subtitle: null},
    related: {appClipAdvancedExperience: menu},
  })
  const detail = simulator.addRecord({
    type: 'appStoreReviewDetails',
    related: {appStoreVersion: version},
  })
  for (const [fileName, text] of [
    ['notes.pdf', 'old notes'],
    ['gone.zip', 'gone'],
  ] as const) {
    simulator.addRecord({
      type: 'appStoreReviewAttachments',
      related: {appStoreReviewDetail: detail},
      file: {fileName, bytes: Buffer.from(text)},
    })
  }
  simulator.addRecord({
    type: 'routingAppCoverages',
    related: {appStoreVersion: version},
    file: {fileName: 'routing-coverage.geojson', bytes: Buffer.from(geojson(1))},
  })
  const pack = simulator.addRecord({
    type: 'backgroundAssets',
    attributes: {assetPackIdentifier: 'level-1', archived: false},
    related: app,
  })
  const packVersion = simulator.addRecord({
    type: 'backgroundAssetVersions',
    attributes: {version: '1'},
    related: {backgroundAsset: pack},
  })
  simulator.addRecord({
    type: 'backgroundAssetUploadFiles',
    attributes: {assetType: 'ASSET'},
    related: {backgroundAssetVersion: packVersion},
    file: {fileName: 'level-1.aar', bytes: archive.subarray(0, PART_BYTES)},
  })
}

/** The App Clip experience of the version before, and the version of a pack that testers have, as text to compare. */
function leftAlone(simulator: Simulator): string {
  const [released] = simulator.versions()
  const [experience] = simulator
    .records('appClipDefaultExperiences')
    .filter(({related}) => related['releaseWithAppStoreVersion'] === released?.id)
  const localizations = simulator
    .records('appClipDefaultExperienceLocalizations')
    .filter(({related}) => related['appClipDefaultExperience'] === experience?.id)
  const own = new Set(localizations.map(({id}) => id))
  const headers = simulator
    .records('appClipHeaderImages')
    .filter(({related}) => own.has(related['appClipDefaultExperienceLocalization'] ?? ''))
  const [version] = simulator.records('backgroundAssetVersions')
  const files = simulator
    .records('backgroundAssetUploadFiles')
    .filter(({related}) => related['backgroundAssetVersion'] === version?.id)
  return JSON.stringify([experience, localizations, headers, version, files])
}

/** Files of a kind: each there once, complete, and no other. */
function wrongFiles(
  simulator: Simulator,
  type: EntityType,
  wanted: Readonly<Record<string, string>>,
): readonly string[] {
  const there = simulator.records(type).map(({file}) => lineOf(file))
  const should = Object.entries(wanted).map(([name, sum]) => `${name} ${sum} COMPLETE`)
  return different(type, there, should)
}

function wrongCard(
  simulator: Simulator,
  {card, subtitles}: {readonly card: string; readonly subtitles: Readonly<Record<string, string>>},
): readonly string[] {
  const version = simulator.versions().at(-1)?.id
  const experiences = simulator
    .records('appClipDefaultExperiences')
    .filter(({related}) => related['releaseWithAppStoreVersion'] === version)
  const [experience] = experiences
  if (experience === undefined || experiences.length > 1) {
    return [`The version has ${experiences.length} App Clip experiences.`]
  }
  const images = simulator.records('appClipHeaderImages')
  const there = simulator
    .records('appClipDefaultExperienceLocalizations')
    .filter(({related}) => related['appClipDefaultExperience'] === experience.id)
    .map(({id, attributes: {locale, subtitle}}) => {
      const own = images.filter(
        ({related}) => related['appClipDefaultExperienceLocalization'] === id,
      )
      return `${String(locale)} ${String(subtitle)} ${own.map(({file}) => lineOf(file)).join()}`
    })
  const should = Object.entries(subtitles).map(
    ([locale, subtitle]) => `${locale} ${subtitle} header.png ${card} COMPLETE`,
  )
  const {action} = experience.attributes
  return [
    ...(action === 'OPEN' ? [] : [`The action is ${String(action)}.`]),
    ...different('App Clip cards', there, should),
  ]
}

/** @param wanted - Title and MD5 of the image by link. */
function wrongExperiences(
  simulator: Simulator,
  wanted: Readonly<Record<string, string>>,
): readonly string[] {
  const images = new Map(
    simulator.records('appClipAdvancedExperienceImages').map(({id, file}) => [id, file]),
  )
  const titles = Map.groupBy(
    simulator.records('appClipAdvancedExperienceLocalizations'),
    ({related}) => related['appClipAdvancedExperience'],
  )
  const there = simulator
    .records('appClipAdvancedExperiences')
    .map(({id, attributes: {link}, related}) => {
      const title = (titles.get(id) ?? []).map(({attributes}) => String(attributes['title'])).join()
      const header = images.get(related['headerImage'] ?? '')
      return `${String(link)} ${title} ${header?.md5} ${header?.state}`
    })
  const should = Object.entries(wanted).map(([link, what]) => `${link} ${what} COMPLETE`)
  return different('Advanced App Clip experiences', there, should)
}

/** @param wanted - MD5 of the files by identifier and type. */
function wrongPacks(
  simulator: Simulator,
  wanted: Readonly<Record<string, Readonly<Record<string, string>>>>,
): readonly string[] {
  const packs = simulator.records('backgroundAssets')
  const versions = simulator.records('backgroundAssetVersions')
  const files = Map.groupBy(
    simulator.records('backgroundAssetUploadFiles'),
    ({related}) => related['backgroundAssetVersion'],
  )
  return Object.entries(wanted).flatMap(([identifier, sums]) => {
    const same = packs.filter(({attributes}) => attributes['assetPackIdentifier'] === identifier)
    const [pack] = same
    if (pack === undefined || same.length > 1) return [`There are ${same.length} of ${identifier}.`]
    const should = Object.entries(sums).map(([type, sum]) => `${type} ${sum} COMPLETE`)
    const there = versions
      .filter(({related}) => related['backgroundAsset'] === pack.id)
      .map(({id}) =>
        (files.get(id) ?? []).map(
          ({attributes, file}) => `${String(attributes['assetType'])} ${file?.md5} ${file?.state}`,
        ),
      )
    const right = there.filter((own) => own.join() === should.join())
    const open = there.filter((own) => !own.some((file) => /^ASSET .* COMPLETE$/u.test(file)))
    return [
      ...(right.length === 1 ? [] : [`${right.length} versions of ${identifier} have the files.`]),
      ...(open.length <= 1 ? [] : [`${open.length} versions of ${identifier} are open.`]),
      ...different(`The newest files of ${identifier}`, there.at(-1) ?? [], should),
    ]
  })
}

function different(
  what: string,
  there: readonly string[],
  should: readonly string[],
): readonly string[] {
  const [now, then] = [there.toSorted(), should.toSorted()]
  if (now.join() === then.join()) return []
  return [`${what} are\n    ${now.join('\n    ')}\n  and not\n    ${then.join('\n    ')}`]
}

function lineOf(file: ListedFile | null): string {
  return file === null ? 'no file' : `${file.fileName} ${file.md5} ${file.state}`
}

function experienceFile(link: string, title: string): string {
  return [
    `link: ${link}`,
    'isPoweredBy: false',
    'defaultLanguage: EN',
    'action: OPEN',
    'localizations:',
    `  - {language: EN, title: ${title}, subtitle: Now}`,
    '',
  ].join('\n')
}

function md5(bytes: Uint8Array | string): string {
  return createHash('md5').update(bytes).digest('hex')
}
