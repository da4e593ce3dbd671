import {EVERY_LOCALE} from '../../core/view.ts'
import type {Card, TextGroup, View} from '../../core/view.ts'
import type {Plan} from '../../core/plan.ts'
import {textsOf} from './differences.ts'
import {createStepId, removalStepId, SECTION, updateStepId, uploadStepId} from './plan.ts'
import type {HaveExperiences} from './plan.ts'
import type {StoredExperience} from './stored-experiences.ts'
import type {WantedExperience, WantedExperiences} from './wanted-experiences.ts'

type Known = {readonly have: HaveExperiences; readonly plan: Plan} | null

/**
 * The experiences with their images, and what each says.
 *
 * @param known - Null if the store was not read. Then nothing is compared.
 */
export function viewExperiences(
  {clips}: WantedExperiences,
  known: Known,
  folder: string,
): readonly View[] {
  if (clips.length === 0) return []
  const stored = known?.have.clips.flatMap((each) => each.stored) ?? []
  const byLink = new Map(stored.map((each) => [each.link, each]))
  const of = (wanted: WantedExperience) => byLink.get(wanted.declared.link) ?? null
  const experiences = clips.flatMap((clip) => clip.experiences)
  const names = new Map(experiences.map(({declared, name}) => [declared.link, name]))
  const plan = known?.plan ?? null
  const extras = stored.filter(({link}) => !names.has(link))
  return [
    {
      shape: 'gallery',
      shelves: [
        {
          place: SECTION,
          locale: null,
          language: EVERY_LOCALE,
          device: 'App Clip experiences',
          title: 'App Clip experiences',
          type: SECTION,
          medium: 'picture',
          inSearchResults: 0,
          folder,
          cards: [
            ...experiences.map((each) => wantedCard(each, of(each), plan)),
            ...extras.map((each) => extraCard(each, plan)),
          ],
          before:
            known === null
              ? null
              : stored.flatMap(({link, image}) =>
                  image === null ? [] : [{id: image.id, name: names.get(link) ?? link}],
                ),
        },
      ],
    },
    {shape: 'texts', groups: experiences.map((each) => textGroup(each, of(each), plan))},
  ]
}

function wantedCard(
  wanted: WantedExperience,
  stored: StoredExperience | null,
  plan: Plan | null,
): Card {
  const {name, header} = wanted
  const {path, pixels, content} = header
  const ids = new Set(plan?.steps.map(({id}) => id))
  const [upload, create, update] = [uploadStepId, createStepId, updateStepId].map((idOf) => {
    const id = idOf(wanted)
    return ids.has(id) ? id : null
  })
  const settled = plan?.settled.find(({subject}) => subject.file?.path === path) ?? null
  const old = stored?.image ?? null
  const stateOf = (): Card['state'] => {
    if (create !== null) return 'new'
    if (upload !== null) return old === null ? 'new' : 'replaced'
    if (update !== null) return 'updated'
    if (settled?.state === 'undecided') return 'undecided'
    return settled?.state === 'unchanged' ? 'unchanged' : 'file'
  }
  // The card shows what the last of them brings.
  const steps = [create, update, upload].filter((id) => typeof id === 'string')
  const state = plan === null ? 'file' : stateOf()
  return {
    name,
    state,
    file: {path, pixels, bytes: content.size, seconds: null, sha256: content.sha256},
    after:
      typeof upload === 'string' ? {step: steps[0] ?? upload} : old === null ? null : {id: old.id},
    before: state === 'replaced' && old !== null ? {id: old.id, name} : null,
    update: null,
    steps,
  }
}

function extraCard(stored: StoredExperience, plan: Plan | null): Card {
  const {link: name, image} = stored
  const removal = removalStepId(stored)
  const isRemoved = plan?.steps.some(({id}) => id === removal) ?? false
  const own = image === null ? null : {id: image.id}
  return {
    name,
    state: isRemoved ? 'deleted' : 'extra',
    file: null,
    after: isRemoved ? null : own,
    before: isRemoved && own !== null ? {...own, name} : null,
    update: null,
    steps: isRemoved ? [removal] : [],
  }
}

function textGroup(
  wanted: WantedExperience,
  stored: StoredExperience | null,
  plan: Plan | null,
): TextGroup {
  const {name, file: path, declared, lineOf} = wanted
  const steps = (plan?.steps ?? []).flatMap(({id}) =>
    id === createStepId(wanted) || id === updateStepId(wanted) ? [id] : [],
  )
  return {
    place: `${SECTION}/${name}`,
    locale: null,
    language: `App Clip experience ${name}`,
    fields: textsOf(declared, stored).map(({name: words, key, before, after}) => {
      const isChanged = before !== after && steps.length > 0
      return {
        name: words,
        state: isChanged ? 'changed' : plan === null || before !== after ? 'file' : 'unchanged',
        before: plan === null ? null : before,
        after,
        file: {path, line: lineOf(key)},
        steps: isChanged ? steps : [],
      }
    }),
  }
}
