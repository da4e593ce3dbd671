import type {Medium} from '../listing.ts'
import type {Diagnostic} from '../../../core/diagnostic.ts'
import {errorAt, warningAt} from '../../../files/diagnostic-at.ts'
import {PATTERNS, unsupportedFile} from './accepted-files.ts'

/** A root that is a file. */
export function mediaRootIsFile(path: string, medium: Medium): Diagnostic {
  return errorAt(path, {
    code: 'root-not-a-folder',
    what: 'is a file, not a folder',
    next: `let the input \`${medium}s\` name the folder that holds ${PATTERNS[medium]}`,
  })
}

/** A file above the locale folders. */
export function strayFile(path: string, medium: Medium): Diagnostic {
  const unsupported = unsupportedFile(medium, path)
  if (unsupported !== undefined) return unsupported
  return errorAt(path, {
    code: 'file-outside-locale',
    what: 'lies outside of the locale folders',
    next: `move it to where it belongs: ${PATTERNS[medium]}`,
  })
}

/** A picture or video above the locale folders of a flat tree, where fastlane's deliver does not look. */
export function mediaOutsideLocales(path: string): Diagnostic {
  return warningAt(path, {
    code: 'file-outside-locale',
    what: 'lies outside of the locale folders, so it is not shown',
    next: 'move it into the folder of its locale if it is meant for the store',
  })
}

/** A folder of pictures that fastlane's deliver ignores, beside those that it reads. */
export function folderLeftOut(path: string, medium: Medium, hint: string): Diagnostic {
  return warningAt(path, {
    code: 'folder-left-out',
    what: `is no folder of the layout, so the ${medium}s in it are not shown`,
    next: hint === '' ? `the layout is ${PATTERNS[medium]}` : hint,
  })
}

/** A video directly in a locale folder, without a type in its name. */
export function previewWithoutType(path: string): Diagnostic {
  return errorAt(path, {
    code: 'preview-without-type',
    what: 'lies directly in the locale folder, and the pixels of a video do not tell its type',
    next: `put its type into the name, such as 01_IPHONE_67.mp4, or move it into a folder of its type, such as iphone-6.9: ${PATTERNS.preview}`,
  })
}

/** A picture without a frame, in a folder where others have one. */
export function unframed(path: string): Diagnostic {
  return warningAt(path, {
    code: 'unframed-file',
    what: 'is shown without a frame, while other pictures of its folder are framed',
    next: 'frame it too, or remove it if it should not be shown',
  })
}

/** A picture in a size that Apple does not accept, and that fastlane's deliver would ignore. */
export function spareFile(path: string): Diagnostic {
  return warningAt(path, {
    code: 'spare-file',
    what: 'has no size that Apple takes, and is not shown',
    next: 'nothing has to be done if it only serves to make the other pictures',
  })
}

/** A folder inside a type folder. */
export function tooDeep(path: string, medium: Medium): Diagnostic {
  return errorAt(path, {
    code: 'nested-too-deep',
    what: 'is a folder where only files are expected',
    next: `the layout is ${PATTERNS[medium]}`,
  })
}

/** What to do if the pictures or videos themselves are missing. */
export const MADE_BY_A_JOB =
  'if .gitignore keeps them out of the repository, make them earlier in this job, or download the artifact that holds them'

/** A locale folder with nothing to show. */
export function emptyLocale(path: string, medium: Medium): Diagnostic {
  return warningAt(path, {
    code: 'empty-locale-folder',
    what: `holds no ${medium}s, so nothing of this locale is changed`,
    next: `add some, or remove the folder; ${MADE_BY_A_JOB}`,
  })
}

/** An empty type folder. Taken literally, it would empty the set. */
export function emptyType(path: string, medium: Medium): Diagnostic {
  return errorAt(path, {
    code: 'empty-type-folder',
    what: `holds no ${medium}`,
    next: `add one, or remove the folder to leave the ${medium}s of this type alone`,
  })
}

/** A `.poster.txt` without a video of the same name. */
export function posterWithoutVideo(path: string): Diagnostic {
  return errorAt(path, {
    code: 'poster-without-video',
    what: 'belongs to no video: none of the same name lies beside it',
    next: 'name it as the video, such as 01.poster.txt for 01.mp4',
  })
}

/** A folder of a platform, a device or an appearance where locale folders are expected. */
export function folderAboveLocales(name: string, path: string, medium: Medium): Diagnostic {
  return errorAt(path, {
    code: 'unknown-locale',
    what: `"${name}" is not a locale, and a root holds the folders of the locales`,
    next: `if they are in there, set \`${medium}s: ${path}\`; a step has one root and one platform, so use one step for each`,
  })
}
