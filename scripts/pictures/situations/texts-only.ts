import type {Contents} from '../listing-files.ts'
import {openStage} from '../stage.ts'
import type {Listing, StageOptions} from '../stage.ts'

const DESCRIPTION = `Trails shows you every path around you, on a map that works without a network.

• See the climb before you start: height, slope and the hard parts.
• Record your walk, and share it as a picture.
• Your week in the hills: distance, height and time.

Trails keeps your walks on your device. No account, no ads.`

const GERMAN = `Trails zeigt dir jeden Weg in deiner Nähe, auf einer Karte, die ohne Netz funktioniert.

• Den Anstieg vorher sehen: Höhe, Steigung und die schweren Stellen.
• Deine Wanderung aufzeichnen und als Bild teilen.
• Deine Woche in den Bergen: Strecke, Höhe und Zeit.`

const JAPANESE = `Trailsは、電波がなくても使える地図で、周りのすべての道を表示します。

• 登る前に高低差を確認できます。
• 歩いた道を記録し、画像として共有できます。`

/** New words, and no pictures. */
export async function textsOnly(options: StageOptions): Promise<void> {
  const {plan, sync, validate} = await openStage(options, {...listing(), isUpdate: true})
  await validate(METADATA)
  await plan(METADATA)
  await sync(METADATA)
}

/** As {@link textsOnly}, but a first version has no release notes: Apple refuses all texts of a language for one of them. */
export async function textsRefused(options: StageOptions): Promise<void> {
  const {sync} = await openStage(options, listing())
  await sync(METADATA)
}

const METADATA = {manage: 'metadata'}

function listing(): Listing {
  const store: Contents = {
    'metadata/en-US/description.txt': DESCRIPTION.replace(
      'No account, no ads.',
      'There is no account.',
    ),
    'metadata/en-US/keywords.txt': 'hiking,trails,map,elevation',
    'metadata/en-US/promotional_text.txt': 'Now with maps that work without a network.',
    'metadata/en-US/support_url.txt': 'https://trails.example/help',
    'metadata/de-DE/description.txt': GERMAN,
    'metadata/de-DE/keywords.txt': 'wandern,wege,karte',
  }
  const folder: Contents = {
    ...store,
    'metadata/en-US/description.txt': DESCRIPTION.replace('See the climb', 'Know the climb'),
    'metadata/en-US/keywords.txt': 'hiking,trails,offline map,elevation,walks',
    'metadata/en-US/promotional_text.txt': 'Now with offline maps of all national parks.',
    'metadata/en-US/release_notes.txt': 'Offline maps of all national parks.\nFaster search.',
    'metadata/de-DE/description.txt': GERMAN.replace(
      'die schweren Stellen',
      'die steilsten Stellen',
    ),
    'metadata/de-DE/release_notes.txt': 'Karten aller Nationalparks, ohne Netz.\nSchnellere Suche.',
    'metadata/ja/description.txt': JAPANESE,
    'metadata/ja/keywords.txt': '登山,地図,標高,ハイキング',
  }
  return {store, folder}
}
