import {chooseClip, readClips} from '../../clips/clips.ts'
import type {Clip} from '../../clips/clips.ts'
import {requireStore} from '../../core/require-store.ts'
import type {Section} from '../../core/section.ts'
import type {Step} from '../../core/step.ts'
import {factsOfFile} from '../../places/detail.ts'
import {
  CHECKSUM_MILLISECONDS,
  isWorthWaitingFor,
  readComparable,
} from '../../transfer/comparable.ts'
import type {FileSectionOptions} from '../../transfer/store.ts'
import {holds} from '../../transfer/stored-file.ts'
import type {StoredFile} from '../../transfer/stored-file.ts'
import {experienceDetailSchema} from './detail.ts'
import type {ExperienceDetail} from './detail.ts'
import {findExperiences} from './folder/find-experiences.ts'
import type {ExperiencesFolder} from './folder/find-experiences.ts'
import {performExperiences} from './perform.ts'
import {planExperiences, SECTION} from './plan.ts'
import type {HaveClip, HaveExperiences} from './plan.ts'
import {pullExperiences} from './pull.ts'
import {readExperiences} from './stored-experiences.ts'
import type {StoredExperience} from './stored-experiences.ts'
import {viewExperiences} from './view.ts'
import type {WantedExperience, WantedExperiences} from './wanted-experiences.ts'

/** What the section needs besides the run's policy. */
export type ExperiencesOptions = ExperiencesFolder & FileSectionOptions

/**
 * The advanced App Clip experiences of an app.
 *
 * Apple lists and deletes no images of experiences. If a run ends between the image and the experience that it is for, the
 * image stays there unused, where nobody can find it; the next run uploads another one. That does no harm.
 */
export function clipExperiencesSection(
  options: ExperiencesOptions,
): Section<WantedExperiences, HaveExperiences, ExperienceDetail> {
  return {
    name: SECTION,
    after: [],
    opens: false,
    scope: 'app',
    detail: experienceDetailSchema,
    find: (signal) => findExperiences(options, signal),
    async read({clips}) {
      if (clips.length === 0) return {clips: [], obstacles: []}
      const {client, target} = requireStore(options.store)
      const {id} = await target.app()
      const there = await readClips(client, id)
      const chosen = clips.map((each) => ({...each, clip: chooseClip(there, each)}))
      const read = async (clip: Clip): Promise<HaveClip> => {
        const wanted = chosen.flatMap((each) => (each.clip === clip ? each.experiences : []))
        const stored = await readComparable(
          () => readExperiences(client, clip),
          (answer) => answer.flatMap((each) => unsettledImage(each, wanted)),
          {
            ...requireStore(options.store),
            longest: {processing: options.processingTimeout, checksum: CHECKSUM_MILLISECONDS},
          },
        )
        return {wanted, clip, stored}
      }
      // The only App Clip may have a folder of its own, and experiences beside it.
      const found = there.filter((clip) => chosen.some((each) => each.clip === clip))
      return {
        clips: await Promise.all(found.map(read)),
        obstacles: chosen.flatMap(({clip}) => ('severity' in clip ? [clip] : [])),
      }
    },
    async check({clips, checkHeaders}, have) {
      const shown = have?.clips.flatMap(({stored}) => stored) ?? []
      const images = clips
        .flatMap(({experiences}) => experiences)
        .filter(
          ({declared, header}) =>
            !shown.some(
              ({link, image}) => link === declared.link && image !== null && holds(image, header),
            ),
        )
        .map(({header}) => header)
      return [...(have?.obstacles ?? []), ...(await checkHeaders(images))]
    },
    plan: (_wanted, have, policy) => planExperiences(have, policy),
    perform: (work) => performExperiences({...options, store: requireStore(options.store)}, work),
    facts: factsOfExperience,
    view: (wanted, known) => viewExperiences(wanted, known, options.path),
    pull: () => pullExperiences({...options, ...requireStore(options.store)}),
    pictures: ({clips}) =>
      new Map(
        clips
          .flatMap(({stored}) => stored)
          .flatMap(({image}) => (image?.image ? [[image.id, image.image] as const] : [])),
      ),
  }
}

function unsettledImage(
  {link, image}: StoredExperience,
  wanted: readonly WantedExperience[],
): readonly StoredFile[] {
  const files = wanted.filter(({declared}) => declared.link === link).map(({header}) => header)
  return image !== null && isWorthWaitingFor(image, files) ? [image] : []
}

function factsOfExperience({detail, ...step}: Step<ExperienceDetail>) {
  switch (detail.kind) {
    case 'upload':
      return factsOfFile({...step, detail})
    case 'create':
    case 'update':
      return {settings: JSON.stringify(detail.declared), image: detail.image !== null}
    case 'remove':
      return {link: detail.link}
  }
}
