import path from 'node:path'

import {UPLOAD_RESOURCES} from '../../apple/upload-resources.ts'
import type {Client} from '../../connect/client.ts'
import {ExpectedError} from '../../core/expected-error.ts'
import {waitFor} from '../../core/wait-for.ts'
import type {Performer, Work} from '../../core/section.ts'
import type {Step} from '../../core/step.ts'
import type {FileUpload} from '../../places/detail.ts'
import {performFiles} from '../../places/perform-files.ts'
import {readReservation} from '../../transfer/requests.ts'
import type {Store} from '../../transfer/store.ts'
import {readStoredFile} from '../../transfer/stored-file.ts'
import type {ExperienceDetail} from './detail.ts'
import type {ExperienceFile} from './folder/experience-schema.ts'
import type {HaveExperiences} from './plan.ts'
import {EXPERIENCE_TEXTS, EXPERIENCES, findExperience} from './stored-experiences.ts'
import {UnusedImageError} from './unused-image-error.ts'
import type {WantedExperiences} from './wanted-experiences.ts'

export interface PerformExperiencesOptions {
  readonly store: Store
  /** Absolute. */
  readonly workspace: string
  /** When the run began, in milliseconds since 1970. */
  readonly startedAt: number
  /** How long the run waits until Apple has processed an image, in milliseconds; 0 for not at all. */
  readonly processingTimeout: number
}

type Change = Exclude<ExperienceDetail, FileUpload>

const IMAGE = UPLOAD_RESOURCES.clipExperienceImage

/** Carries out the steps of experiences: the image first, then what it belongs to. */
export function performExperiences(
  options: PerformExperiencesOptions,
  {have, idOf}: Work<WantedExperiences, HaveExperiences, ExperienceDetail>,
): Performer<ExperienceDetail> {
  const {client} = options.store
  /** Apple's id of the image that was sent for a place. There is no list of them. */
  const sent = new Map<string, string>()
  const files = performFiles({
    ...options,
    stored: have.clips.flatMap(({stored}) => stored.flatMap(({image}) => image ?? [])),
    idOf,
    async readPlace(place) {
      const id = sent.get(place)
      if (id === undefined) return []
      return [readStoredFile(IMAGE, await readReservation(client, IMAGE, id))]
    },
  })
  const upload = async ({detail, ...step}: Step<FileUpload>) => {
    const subject = {...step.subject, name: path.posix.basename(detail.path)}
    const performed = await files.perform({...step, subject, detail})
    if (performed.resourceId !== null) sent.set(detail.place, performed.resourceId)
    return performed
  }
  /** @returns Apple's id of the image that people see from then on, or of the experience if that stays. */
  const change = async ({detail, resource}: Step<Change>): Promise<string> => {
    if (detail.kind === 'remove') {
      await patch(client, detail.experience, {attributes: {removed: true}})
      return detail.experience
    }
    const image = detail.image === null ? null : idOf({step: detail.image})
    if (image !== null && options.processingTimeout === 0) await processed(options.store, image)
    if (detail.kind === 'create') {
      if (image === null) throw new Error('An experience needs an image.')
      await create(client, detail, image)
      return image
    }
    if (resource === null) throw new Error('There is nothing to change.')
    const id = idOf(resource)
    await patch(client, id, contentOf(detail.declared, new Set(detail.changes), image))
    return image ?? id
  }
  return {
    ...files,
    async perform(step) {
      const {detail} = step
      if (detail.kind === 'upload') return upload({...step, detail})
      try {
        return {state: 'done', resourceId: await change({...step, detail})}
      } catch (error) {
        const hasImage = detail.kind !== 'remove' && detail.image !== null
        throw hasImage && error instanceof ExpectedError ? new UnusedImageError(error) : error
      }
    },
    groupOf: ({detail, ...step}) =>
      detail.kind === 'upload' ? files.groupOf({...step, detail}) : null,
    settle: (group, pending) =>
      files.settle(
        group,
        pending.flatMap(({step: {detail, ...step}, resourceId}) =>
          detail.kind === 'upload' ? [{step: {...step, detail}, resourceId}] : [],
        ),
      ),
  }
}

/** Far longer than Apple takes for an image as a rule. */
const IMAGE_MILLISECONDS = 60_000

/**
 * Waits until Apple has processed an image, because it takes no other for an experience [inferred]. Gives up after a
 * minute: then Apple says what is wrong.
 */
async function processed({client, signal}: Store, id: string): Promise<void> {
  const look = async () => {
    const {delivery} = readStoredFile(IMAGE, await readReservation(client, IMAGE, id))
    return delivery.state === 'processing' ? null : delivery
  }
  await waitFor(look, {timeout: IMAGE_MILLISECONDS, signal})
}

/** Creates an experience. One that is there under its link already gets the same content. */
async function create(
  client: Client,
  {clip, declared}: Pick<Extract<Change, {kind: 'create'}>, 'clip' | 'declared'>,
  image: string,
): Promise<void> {
  const {link, isPoweredBy, defaultLanguage} = declared
  const all = new Set(Object.keys(declared))
  const {attributes, relationships, included} = contentOf(declared, all, image)
  const body = {
    data: {
      type: EXPERIENCES,
      attributes: {...attributes, link, isPoweredBy, defaultLanguage},
      relationships: {...relationships, appClip: {data: {type: 'appClips', id: clip}}},
    },
    included,
  }
  let isFound = false
  const made = await client.post(`/v1/${EXPERIENCES}`, body, async () => {
    const found = await findExperience(client, clip, link)
    isFound = found !== null
    return found
  })
  // Whoever made it, it may have other content.
  if (isFound) await patch(client, made.id, contentOf(declared, all, image))
}

interface Content {
  readonly attributes?: object
  readonly relationships?: object
  readonly included?: readonly object[]
}

/** The part of a request that says what an experience has. @param keys - Those of the file to say. */
function contentOf(
  declared: ExperienceFile,
  keys: ReadonlySet<string>,
  image: string | null,
): Required<Content> {
  const {link: _link, localizations, ...settings} = declared
  const texts = keys.has('localizations') ? localizations : null
  const attributes = Object.entries(settings).filter(([key]) => keys.has(key))
  // Names for what the request makes, in the form that Apple's inline creation takes.
  const included = (texts ?? []).map(({language, title, subtitle}, index) => ({
    type: EXPERIENCE_TEXTS,
    id: `\${${index + 1}}`,
    attributes: {language, title, ...(subtitle ? {subtitle} : {})},
  }))
  return {
    attributes: Object.fromEntries(attributes),
    relationships: {
      ...(image === null ? {} : {headerImage: {data: {type: IMAGE.type, id: image}}}),
      ...(texts === null
        ? {}
        : {localizations: {data: included.map(({type, id}) => ({type, id}))}}),
    },
    included,
  }
}

async function patch(
  client: Client,
  id: string,
  {attributes = {}, relationships = {}, included = []}: Content,
): Promise<void> {
  const body = {
    data: {
      type: EXPERIENCES,
      id,
      ...(isEmpty(attributes) ? {} : {attributes}),
      ...(isEmpty(relationships) ? {} : {relationships}),
    },
    ...(included.length === 0 ? {} : {included}),
  }
  await client.patch(`/v1/${EXPERIENCES}/${id}`, body)
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0
}
