import type {Client} from '../../connect/client.ts'
import {NOTHING_PULLED, setValues} from '../../core/pulled.ts'
import type {Pulled} from '../../core/pulled.ts'
import type {Target} from '../../core/target.ts'
import {ageRatingId} from '../../metadata/settings.ts'
import {PRICE, PRIMARY_LOCALE} from './app.ts'
import {readCurrentPrice} from './price-requests.ts'

interface PullStore {
  readonly client: Client
  readonly target: Target
  /** As `2026-12-24`. */
  readonly today: string
}

/** Everything that the app says of itself. */
export async function pullApp({client, target, today}: PullStore): Promise<Pulled> {
  const app = await target.app()
  const [info, contentRights, price] = await Promise.all([
    target.appInfo(),
    target.contentRights(),
    readCurrentPrice(client, app.id, today),
  ])
  const answers = Object.entries(info?.ageRating?.answers ?? {})
  const values = setValues([
    [PRIMARY_LOCALE, app.primaryLocale],
    ['contentRightsDeclaration', contentRights],
    ...Object.entries(info?.categories ?? {}),
    ['baseTerritory', price?.territory ?? null],
    [PRICE, price?.amount ?? null],
    ...answers.map(([name, answer]) => [ageRatingId(name), answer] as const),
  ])
  return {...NOTHING_PULLED, values}
}
