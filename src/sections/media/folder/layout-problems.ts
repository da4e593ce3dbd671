import type {Medium} from '../listing.ts'
import type {Problem} from '../../../core/diagnostic.ts'
import {PATTERNS, unsupportedFile} from './accepted-files.ts'

/** A root that is a file. */
export function rootIsFile(path: string, medium: Medium): Problem {
  return {
    severity: 'error',
    code: 'root-not-a-folder',
    path,
    finding: 'is a file, not a folder',
    expectation: `let the input \`${medium}s\` name the folder that holds ${PATTERNS[medium]}`,
  }
}

/** A file that lies above the locale folders. */
export function strayFile(path: string, medium: Medium): Problem {
  const unsupported = unsupportedFile(medium, path)
  if (unsupported !== undefined) return unsupported
  return {
    severity: 'error',
    code: 'file-outside-locale',
    path,
    finding: 'lies outside of the locale folders',
    expectation: `move it to where it belongs: ${PATTERNS[medium]}`,
  }
}

/** A picture or video above the locale folders of a flat tree, where fastlane's deliver does not look. */
export function outsideLocales(path: string): Problem {
  return {
    severity: 'warning',
    code: 'file-outside-locale',
    path,
    finding: 'lies outside of the locale folders, so it is not shown',
    expectation: 'move it into the folder of its locale if it is meant for the store',
  }
}

/** A folder of pictures in which fastlane's deliver does not look, beside those in which it does. */
export function folderLeftOut(path: string, medium: Medium, hint: string): Problem {
  return {
    severity: 'warning',
    code: 'folder-left-out',
    path,
    finding: `is no folder of the layout, so the ${medium}s in it are not shown`,
    expectation: hint === '' ? `the layout is ${PATTERNS[medium]}` : hint,
  }
}

/** A video directly in a locale folder, whose name does not tell its type either. */
export function previewWithoutType(path: string): Problem {
  return {
    severity: 'error',
    code: 'preview-without-type',
    path,
    finding: 'lies directly in the locale folder, and the pixels of a video do not tell its type',
    expectation: `put its type into the name, such as 01_IPHONE_67.mp4, or move it into a folder of its type, such as iphone-6.9: ${PATTERNS.preview}`,
  }
}

/** A picture that has no framed twin, in a folder where others have one. */
export function unframed(path: string): Problem {
  return {
    severity: 'warning',
    code: 'unframed-file',
    path,
    finding: 'is shown without a frame, while other pictures of its folder are framed',
    expectation: 'frame it too, or remove it if it should not be shown',
  }
}

/** A picture of no size that Apple takes, which fastlane's deliver would not look at. */
export function spareFile(path: string): Problem {
  return {
    severity: 'warning',
    code: 'spare-file',
    path,
    finding: 'has no size that Apple takes, and is not shown',
    expectation: 'nothing has to be done if it only serves to make the other pictures',
  }
}

/** A folder inside a type folder. */
export function tooDeep(path: string, medium: Medium): Problem {
  return {
    severity: 'error',
    code: 'nested-too-deep',
    path,
    finding: 'is a folder where only files are expected',
    expectation: `the layout is ${PATTERNS[medium]}`,
  }
}

/** What to do where the pictures or videos themselves are missing. */
export const MADE_BY_A_JOB =
  'if .gitignore keeps them out of the repository, make them earlier in this job, or download the artifact that holds them'

/** A locale folder that holds nothing to show. */
export function emptyLocale(path: string, medium: Medium): Problem {
  return {
    severity: 'warning',
    code: 'empty-locale-folder',
    path,
    finding: `holds no ${medium}s, so nothing of this locale is changed`,
    expectation: `add some, or remove the folder; ${MADE_BY_A_JOB}`,
  }
}

/** A type folder that holds nothing: taken at its word, it would empty the set. */
export function emptyType(path: string, medium: Medium): Problem {
  return {
    severity: 'error',
    code: 'empty-type-folder',
    path,
    finding: `holds no ${medium}`,
    expectation: `add one, or remove the folder to leave the ${medium}s of this type alone`,
  }
}

/** A poster text beside which no video of its name lies. */
export function posterWithoutVideo(path: string): Problem {
  return {
    severity: 'error',
    code: 'poster-without-video',
    path,
    finding: 'belongs to no video: none of the same name lies beside it',
    expectation: 'name it as the video, such as 01.poster.txt for 01.mp4',
  }
}

/** A folder of a platform, a device or an appearance where the folders of locales are expected. */
export function folderAboveLocales(name: string, path: string, medium: Medium): Problem {
  return {
    severity: 'error',
    code: 'unknown-locale',
    path,
    finding: `"${name}" is not a locale, and a root holds the folders of the locales`,
    expectation: `if they are in there, set \`${medium}s: ${path}\`; a step has one root and one platform, so use one step for each`,
  }
}
