import type {Inputs} from '../inputs/inputs.ts'
import {readPlanFile} from '../inputs/read-plan-file.ts'
import {IN_REVIEW_STATES} from '../apple/review-states.ts'
import type {AnySection} from '../core/any-section.ts'
import {limitToLocales} from '../core/approval/agree.ts'
import type {ApprovedPlan} from '../core/approval/approved-plan.ts'
import {readPlan} from '../core/approval/read-plan.ts'
import {isError} from '../core/diagnostic.ts'
import type {Prepared} from '../core/prepare.ts'
import {whenWholeListingIsDone} from '../core/whole-listing.ts'
import {wantedLocales} from '../files/wanted-locales.ts'
import {chooseManaged} from '../managed.ts'
import {isManaged, listSections} from '../sections.ts'
import {connect} from './connect.ts'
import {planWholeListing} from './plan-whole-listing.ts'
import {pullListing} from './pull-listing.ts'
import type {Tools} from './tools.ts'
import {syncListing} from './sync-listing.ts'

/** Does what the input `mode` says. */
export async function work(inputs: Inputs, tools: Tools): Promise<void> {
  const {mode, processingTimeout, failOnChanges} = inputs
  const {log, signal, note, addSecret} = tools
  note({mode, waits: processingTimeout > 0, failOnChanges})
  const {managed, left} = await chooseManaged(inputs)
  const store = mode === 'validate' ? null : await connect(inputs, managed, tools)
  const limit = wantedLocales(inputs.locales, [...managed.values()][0]?.path ?? '')
  const limited = {...inputs, locales: limit.locales}
  const planWhole =
    inputs.shard === null || store === null
      ? null
      : () => planWholeListing(inputs, {managed, store}, tools)
  const listed = listSections(limited, {
    managed,
    store,
    startedAt: performance.timeOrigin,
    addSecret,
    whenOthersAreDone: async () =>
      planWhole === null
        ? null
        : whenWholeListingIsDone(planWhole, {timeout: processingTimeout, signal}),
    othersHaveWork: async () =>
      planWhole !== null && inputs.shard === inputs.shards && hasWork(await planWhole()),
  })
  const sections = listed.filter(isManaged(managed)).map(({section}) => section)
  if (mode === 'pull' && store !== null) {
    note({diagnostics: limit.diagnostics})
    if (!limit.diagnostics.some(isError)) {
      await pullListing(limited, {managed, store, sections}, tools)
    }
    return
  }
  const approved = await approvedPlan(
    inputs,
    listed.map(({section}) => section),
    signal,
  )
  for (const {name, path} of left) {
    const what = `${path} is left alone, because \`manage\` does not name \`${name}\`.`
    log.annotate('notice', what)
  }
  await syncListing(inputs, {managed, store, sections, limit, approved}, tools)
}

/** Whether the listing is not yet as the folder has it, or another job has already begun to change it. */
function hasWork({plan, version}: Pick<Prepared, 'plan' | 'version'>): boolean {
  return plan.steps.length > 0 || (version !== null && !IN_REVIEW_STATES.includes(version.state))
}

async function approvedPlan(
  {planFile, workspace, locales}: Inputs,
  sections: readonly AnySection[],
  signal: AbortSignal,
): Promise<ApprovedPlan | null> {
  if (planFile === null) return null
  const text = await readPlanFile(planFile, workspace, signal)
  return limitToLocales(readPlan(text, planFile, sections), locales)
}
