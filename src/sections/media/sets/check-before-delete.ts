import type {Client} from '../../../connect/client.ts'
import {isUpload} from '../plan/detail.ts'
import type {DeleteStep, MediaStep} from '../plan/detail.ts'
import type {Presence} from './presence.ts'
import {readSets} from './read-sets.ts'
import type {StoreIds} from './store-ids.ts'

/**
 * Returns a check to run before deleting something that the store shows: all files of the set must still be in place.
 * They may have been read long ago, while the run waited for other locales. A set that gets files is read for them
 * anyway; all others of a locale and medium take one read together.
 *
 * The check throws a {@link VanishedError} if a file of the set is gone.
 */
export function createCheckBeforeDelete({
  client,
  ids,
  presence,
  steps,
}: {
  readonly client: Client
  readonly ids: StoreIds
  readonly presence: Presence
  readonly steps: readonly MediaStep[]
}): (step: DeleteStep) => Promise<void> {
  const looks = new Map<string, Promise<void>>()
  const sent = new Set(steps.filter(isUpload).map(({detail}) => detail.set))
  const lookAgain = async ({locale, medium}: DeleteStep['detail']): Promise<void> => {
    const sets = await readSets(client, ids.localization(locale), medium)
    await presence.compareAll(locale, medium, sets)
  }
  return async ({detail}) => {
    if (detail.cause === 'dead') return
    if (!sent.has(detail.set)) {
      const group = `${detail.locale} ${detail.medium}`
      const look = looks.get(group) ?? lookAgain(detail)
      looks.set(group, look)
      await look
    }
    presence.mustBeComplete(detail.set)
  }
}
