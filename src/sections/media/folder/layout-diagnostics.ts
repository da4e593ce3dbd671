import type {Medium} from '../listing.ts'
import type {Diagnostic} from '../../../core/diagnostic.ts'
import {errorAt, warningAt} from '../../../files/diagnostic-at.ts'
import {PATTERNS, unsupportedFile} from './accepted-files.ts'

/** A root that is a file. */
export function mediaRootIsFile(path: string, medium: Medium): Diagnostic {
  return errorAt(path, {
    code: 'root-not-a-folder',
    what: 'is a file, not a folder',
    next: `set \`${medium}s\` to the folder that contains ${PATTERNS[medium]}`,
  })
}

/** A file above the locale folders. */
export function strayFile(path: string, medium: Medium): Diagnostic {
  const unsupported = unsupportedFile(medium, path)
  if (unsupported !== undefined) return unsupported
  return errorAt(path, {
    code: 'file-outside-locale',
    what: 'is not in a locale folder',
    next: `move it to match the layout: ${PATTERNS[medium]}`,
  })
}

/** A picture or video above the locale folders of a flat tree, where fastlane's deliver does not look. */
export function mediaOutsideLocales(path: string): Diagnostic {
  return warningAt(path, {
    code: 'file-outside-locale',
    what: 'is not in a locale folder, so it is ignored',
    next: 'move it to the folder of its locale if it belongs in the App Store',
  })
}

/** A folder of pictures that fastlane's deliver ignores, beside those that it reads. */
export function folderLeftOut(path: string, medium: Medium, hint: string): Diagnostic {
  return warningAt(path, {
    code: 'folder-left-out',
    what: `is not part of the layout, so the ${medium}s in it are ignored`,
    next: hint === '' ? `move them to match the layout: ${PATTERNS[medium]}` : hint,
  })
}

/** A video directly in a locale folder, without a type in its name. */
export function previewWithoutType(path: string): Diagnostic {
  return errorAt(path, {
    code: 'preview-without-type',
    what: 'is directly in the locale folder, and the size of a video does not determine its type',
    next: `add the type to its name, such as 01_IPHONE_67.mp4, or move it to a folder of its type, such as iphone-6.9: ${PATTERNS.preview}`,
  })
}

/** A picture without a frame, in a folder where others have one. */
export function unframed(path: string): Diagnostic {
  return warningAt(path, {
    code: 'unframed-file',
    what: 'has no frame, although other pictures in its folder have one',
    next: 'frame it too, or remove it',
  })
}

/** A picture in a size that Apple does not accept, and that fastlane's deliver would ignore. */
export function spareFile(path: string): Diagnostic {
  return warningAt(path, {
    code: 'spare-file',
    what: 'has a size that Apple does not accept, so it is ignored',
    next: 'if it is only used to make the other pictures, there is nothing to do',
  })
}

/** A folder inside a type folder. */
export function tooDeep(path: string, medium: Medium): Diagnostic {
  return errorAt(path, {
    code: 'nested-too-deep',
    what: 'is a folder where only files are expected',
    next: `move its files to match the layout: ${PATTERNS[medium]}`,
  })
}

/** What to do if the pictures or videos themselves are missing. */
export const MADE_BY_A_JOB =
  'if .gitignore keeps them out of the repository, create them earlier in this job, or download the artifact that contains them'

/** A locale folder with nothing to show. */
export function emptyLocale(path: string, medium: Medium): Diagnostic {
  return warningAt(path, {
    code: 'empty-locale-folder',
    what: `has no ${medium}s, so those of this locale stay as they are`,
    next: `add some, or remove the folder; ${MADE_BY_A_JOB}`,
  })
}

/** An empty type folder. Taken literally, it would empty the set. */
export function emptyType(path: string, medium: Medium): Diagnostic {
  return errorAt(path, {
    code: 'empty-type-folder',
    what: `has no ${medium}s`,
    next: `add one, or remove the folder to leave the ${medium}s of this type as they are`,
  })
}

/** A `.poster.txt` without a video of the same name. */
export function posterWithoutVideo(path: string): Diagnostic {
  return errorAt(path, {
    code: 'poster-without-video',
    what: 'has no matching video in its folder',
    next: 'name it after the video, such as 01.poster.txt for 01.mp4',
  })
}

/** A folder of a platform, a device or an appearance where locale folders are expected. */
export function folderAboveLocales(name: string, path: string, medium: Medium): Diagnostic {
  return errorAt(path, {
    code: 'unknown-locale',
    what: `"${name}" is not an App Store locale, and only locale folders are expected here`,
    next: `if it contains the locale folders, set \`${medium}s: ${path}\`; use a separate step for each such folder`,
  })
}
