import type {Client} from '../../../connect/client.ts'
import type {DeleteStep, Plan} from '../../../core/plan.ts'
import {lookUp} from './ledger.ts'
import type {Ledger} from './ledger.ts'
import type {Presence} from './presence.ts'
import {readSets} from './read-sets.ts'

/**
 * Makes the function that has to allow the deletion of something that the store shows. What made it right to delete,
 * the files of the set, may have been read long ago, while other locales were waited for. A set that gets files is
 * looked at for them anyway; for all others of a locale and medium it is one read.
 *
 * @throws {VanishedError} if a file of the set is gone.
 */
export function createLastLook({
  client,
  ledger,
  presence,
  plan,
}: {
  readonly client: Client
  readonly ledger: Ledger
  readonly presence: Presence
  readonly plan: Plan
}): (step: DeleteStep) => Promise<void> {
  const looks = new Map<string, Promise<void>>()
  const sent = new Set(plan.steps.map((step) => (step.kind === 'upload' ? step.set : null)))
  const lookAgain = async ({locale, medium}: DeleteStep): Promise<void> => {
    const sets = await readSets(client, lookUp(ledger.localizations, locale), medium)
    await presence.lookAtAll(locale, medium, sets)
  }
  return async (step) => {
    if (step.cause === 'dead') return
    if (!sent.has(step.set)) {
      const group = `${step.locale} ${step.medium}`
      const look = looks.get(group) ?? lookAgain(step)
      looks.set(group, look)
      await look
    }
    presence.mustBeWhole(step.set)
  }
}
