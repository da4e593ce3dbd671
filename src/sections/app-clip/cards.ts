import {setTimeout as delay} from 'node:timers/promises'

import {chooseClip, readClips} from '../../clips/clips.ts'
import type {Clip} from '../../clips/clips.ts'
import type {Client} from '../../connect/client.ts'
import {LOOK_AGAIN_MILLISECONDS} from '../../connect/look-again.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import type {Target} from '../../core/target.ts'
import {errorAt} from '../../files/diagnostic-at.ts'
import {readLocalizations} from './read-localizations.ts'
import type {StoredLocale} from './read-localizations.ts'
import {asCard, createCard, readCard, readCards, readClipOf} from './requests.ts'
import type {Card, ReleasedCard} from './requests.ts'
import {managesLocale} from './wanted-card.ts'
import type {WantedCard} from './wanted-card.ts'

/** The App Clip card of the version, as far as App Store Connect has it. */
export interface FoundCard {
  readonly clip: Clip
  /** Null if the version has none. */
  readonly own: Card | null
  /** What a new card starts from: the one of the newest version that has one. Null if there is none. */
  readonly template: Card | null
}

/** Access to the App Clip card of the version, which several sections share. */
export interface Cards {
  /** Looks it up, once for all who ask. @returns why it cannot be managed, if it cannot. */
  find(wanted: WantedCard): Promise<FoundCard | Diagnostic>
  /** Reads a card in the locales that the run manages. */
  localizations(card: Card, wanted: WantedCard): Promise<readonly StoredLocale[]>
  /** Creates the card of the version from its template, with what Apple copies. @returns its Apple id. */
  create(wanted: WantedCard): Promise<string>
}

export interface CardsOptions {
  readonly client: Client
  readonly target: Target
  readonly signal: AbortSignal
}

/** Sends no request until something is asked for. */
export function createCards({client, target, signal}: CardsOptions): Cards {
  let found: Promise<FoundCard | Diagnostic> | null = null
  let createdId: string | null = null

  const localizations = (card: Pick<Card, 'id'>, wanted: WantedCard) =>
    readLocalizations(client, card.id, managesLocale(wanted))
  /** Apple makes the copies under new ids, which lists may show late [inferred]. */
  const waitForCopies = async (card: Pick<Card, 'id'>, template: Card, wanted: WantedCard) => {
    const expected = await localizations(template, wanted)
    for (const pause of LOOK_AGAIN_MILLISECONDS) {
      const copies = await localizations(card, wanted)
      if (expected.every((each) => isAmong(copies, each))) return
      await delay(pause, undefined, {signal})
    }
  }
  const ownCard = async (versionId: string | null): Promise<Card | null> => {
    // While the version does not exist, its part is the one of the version before it.
    if (versionId === null) return null
    if (createdId !== null) return readCard(client, createdId)
    const part = await target.part('appClipDefaultExperience')
    return part === null ? null : asCard(part)
  }
  const look = async (wanted: WantedCard): Promise<FoundCard | Diagnostic> => {
    const [app, version] = await Promise.all([target.app(), target.version()])
    const clips = await readClips(client, app.id)
    const clip = chooseClip(clips, wanted)
    if ('severity' in clip) return clip
    const own = await ownCard(version.id)
    if (own !== null) {
      const owner = clips.length === 1 ? clip.id : await readClipOf(client, own)
      return owner === clip.id ? {clip, own, template: null} : otherClip(wanted, clip, clips, owner)
    }
    const cards = (await readCards(client, clip)).filter(({versionId}) => versionId !== null)
    const made = cards.find(({versionId}) => versionId === version.id)
    const template = newest(cards.filter((card) => card !== made))
    if (made === undefined) return {clip, own: null, template}
    // Another job has made it just now.
    if (template !== null) await waitForCopies(made, template, wanted)
    return {clip, own: made, template: null}
  }
  return {
    find: (wanted) => (found ??= look(wanted)),
    localizations,
    async create(wanted) {
      const {id: versionId} = await target.version()
      const known = await (found ??= look(wanted))
      if (versionId === null || 'severity' in known) {
        throw new Error('An App Clip card needs a version and an App Clip.')
      }
      const id = await createCard(client, {...known, versionId, signal})
      createdId = id
      found = null
      if (known.template !== null) await waitForCopies({id}, known.template, wanted)
      return id
    },
  }
}

/** The card of the newest version. */
function newest(cards: readonly ReleasedCard[]): Card | null {
  return cards.toSorted((one, other) => other.createdAt - one.createdAt)[0] ?? null
}

function otherClip(
  {path}: WantedCard,
  {bundleId}: Clip,
  clips: readonly Clip[],
  owner: string | null,
): Diagnostic {
  const other = clips.find(({id}) => id === owner)?.bundleId ?? 'another one'
  return errorAt(path, {
    code: 'several-app-clips',
    what: `is for the App Clip ${bundleId}, but the card of this version is the one of ${other}, and a version has one App Clip card`,
    next: `rename the folder to ${other}, or choose the App Clip of the version in App Store Connect`,
  })
}

function isAmong(copies: readonly StoredLocale[], {locale, header}: StoredLocale): boolean {
  const copy = copies.find((each) => each.locale === locale)
  const needsImage = header?.delivery.state === 'complete'
  return copy !== undefined && (!needsImage || copy.header !== null)
}
