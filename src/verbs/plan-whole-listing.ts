import type {Inputs} from '../inputs/inputs.ts'
import {findSections} from '../core/find-sections.ts'
import {prepare} from '../core/prepare.ts'
import type {Prepared} from '../core/prepare.ts'
import {unmanagedRequirements} from '../managed.ts'
import {isManaged, listSections} from '../sections.ts'
import type {ManagedFolders} from '../managed.ts'
import type {OpenStore} from '../sections.ts'
import {createTarget} from '../sections/version/target.ts'
import {targetOptions} from './connect.ts'
import type {Tools} from './tools.ts'

/**
 * Plans all locales, for the one of several jobs that submits the version when the others are done. What is wrong with the
 * folder is in the plan.
 */
export async function planWholeListing(
  inputs: Inputs,
  {managed, store}: {readonly managed: ManagedFolders; readonly store: OpenStore},
  {signal, addSecret}: Tools,
): Promise<Prepared> {
  const target = createTarget({...targetOptions(inputs, managed), client: store.client, signal})
  const listed = listSections(
    {...inputs, locales: [], submit: false, cancelReview: false},
    {
      managed,
      store: {...store, target},
      startedAt: performance.timeOrigin,
      addSecret,
      whenOthersAreDone: async () => null,
      othersHaveWork: async () => false,
    },
  )
  const sections = listed.filter(isManaged(managed)).map(({section}) => section)
  const found = await findSections(sections, signal)
  const prepared = await prepare({
    sections: found,
    target,
    policy: {prune: inputs.prune, waits: inputs.processingTimeout > 0},
    approved: null,
    unmanaged: unmanagedRequirements({submit: true}, managed),
    includesUnlocalized: true,
  })
  const {plan} = prepared
  const diagnostics = [...found.flatMap((each) => each.diagnostics), ...plan.diagnostics]
  return {...prepared, plan: {...plan, diagnostics}}
}
