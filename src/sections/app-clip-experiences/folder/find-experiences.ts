import pLimit from 'p-limit'

import {missingFolder} from '../../../clips/folder-diagnostics.ts'
import {createCheckHeaders, readHeaderImage} from '../../../clips/header-image.ts'
import type {HeaderOptions} from '../../../clips/header-image.ts'
import type {Diagnostic} from '../../../core/diagnostic.ts'
import {plural} from '../../../core/plural.ts'
import type {Found} from '../../../core/section.ts'
import {errorAt} from '../../../files/diagnostic-at.ts'
import {inOrder} from '../../../files/diagnostic-order.ts'
import {findFiles} from '../../../files/discover/find-files.ts'
import {readTextFile} from '../../../files/text-file.ts'
import {readYaml} from '../../../files/yaml-file.ts'
import type {WantedExperience, WantedExperiences} from '../wanted-experiences.ts'
import {experienceSchema} from './experience-schema.ts'
import {experiencesLayout} from './layout.ts'
import type {ExperienceLayout} from './layout.ts'

const EXPERIENCES_AT_A_TIME = 8

export interface ExperiencesFolder {
  /** Absolute path of the checkout. */
  readonly workspace: string
  /** Relative to the workspace. */
  readonly path: string
}

/** Reads the advanced App Clip experiences that a folder declares. */
export async function findExperiences(
  {workspace, path}: ExperiencesFolder,
  signal: AbortSignal,
): Promise<Found<WantedExperiences>> {
  const options = {workspace, signal}
  const checkHeaders = createCheckHeaders(options)
  const found = await findFiles(path, workspace, signal)
  if (found === null) {
    return {
      wanted: {clips: [], checkHeaders},
      locales: [],
      diagnostics: [missingFolder(path, 'app-clip-experiences')],
      summary: null,
    }
  }
  const layout = experiencesLayout(found)
  const limit = pLimit(EXPERIENCES_AT_A_TIME)
  const read = await Promise.all(
    layout.clips.map(async ({experiences, ...clip}) => ({
      clip,
      read: await limit.map(experiences, (each) => readExperience(each, options)),
    })),
  )
  const clips = read.map(({clip, read: own}) => ({
    ...clip,
    experiences: own.flatMap(({wanted}) => wanted ?? []),
  }))
  const experiences = clips.flatMap((clip) => clip.experiences)
  return {
    wanted: {clips, checkHeaders},
    locales: [],
    diagnostics: inOrder([
      ...layout.diagnostics,
      ...read.flatMap((each) => each.read.flatMap(({diagnostics}) => diagnostics)),
      ...sameLinks(experiences),
    ]),
    summary: plural(experiences.length, 'App Clip experience'),
  }
}

async function readExperience(
  {name, path, file, header: image}: ExperienceLayout,
  options: HeaderOptions,
): Promise<{
  readonly wanted: WantedExperience | null
  readonly diagnostics: readonly Diagnostic[]
}> {
  const [text, header] = await Promise.all([
    readTextFile(options.workspace, file, options.signal),
    readHeaderImage(image, options),
  ])
  const yaml = 'severity' in text ? [text] : readYaml(text, experienceSchema)
  const isWrong = !('value' in yaml)
  if (isWrong || 'severity' in header) {
    return {
      wanted: null,
      diagnostics: [...(isWrong ? yaml : []), ...('severity' in header ? [header] : [])],
    }
  }
  const {value: declared, lineOf} = yaml
  return {
    wanted: {name, path, declared, file, lineOf: (key) => lineOf([key]), header},
    diagnostics: [],
  }
}

/** Apple takes one experience for a link [inferred]; ours are found by it. */
function sameLinks(experiences: readonly WantedExperience[]): readonly Diagnostic[] {
  const groups = Map.groupBy(experiences, ({declared}) => declared.link)
  return [...groups].flatMap(([link, [first, ...others]]) =>
    others.map(({file, lineOf}) =>
      errorAt(file, {
        line: lineOf('link'),
        code: 'same-link-twice',
        what: `is for the same link as ${first?.file}: ${link}`,
        next: 'keep one of them, or give each its own link',
      }),
    ),
  )
}
