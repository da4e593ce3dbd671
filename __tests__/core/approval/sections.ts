import {asAnySection} from '../../../src/core/any-section.ts'
import type {Plan} from '../../../src/core/plan.ts'
import type {Facts} from '../../../src/core/section.ts'
import type {Step} from '../../../src/core/step.ts'
import {mediaSection} from '../../../src/sections/media/section.ts'
import {versionSection} from '../../../src/sections/version/section.ts'
import {POLICY} from '../../sections/media/plan/listings.ts'

const media = mediaSection({
  workspace: '/workspace',
  platform: 'IOS',
  locales: [],
  screenshots: null,
  previews: null,
  processingTimeout: 0,
  startedAt: 0,
  store: null,
})
const wanted = {
  platform: 'IOS',
  versionString: null,
  create: true,
  mayBeInReview: false,
  onlyRead: false,
} as const
const version = versionSection(wanted, null)

/** Real sections that go to no store. */
export const ALL_SECTIONS = [asAnySection(version), asAnySection(media)]

export function factsOf(step: Step): Facts {
  const section = ALL_SECTIONS.find(({name}) => name === step.section)
  if (section === undefined) throw new Error(`There is no section ${step.section}.`)
  return section.facts(step)
}

/** The plan of the section `version` where a version has to be made. */
export function planVersion(versionString: string): Plan {
  return version.plan(wanted, {id: null, versionString, state: 'not created'}, POLICY)
}
