import type {Medium} from '../model/listing.ts'
import type {Problem} from '../model/problem.ts'
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

/** Videos directly in a locale folder: unlike those of screenshots, their pixels fit several types. */
export function previewWithoutType(path: string): Problem {
  return {
    severity: 'error',
    code: 'preview-without-type',
    path,
    finding: 'lies directly in the locale folder, and the pixels of a video do not tell its type',
    expectation: `move it into a folder of its type, such as iphone-6.9: ${PATTERNS.preview}`,
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

/** A locale folder that holds nothing. */
export function emptyLocale(path: string): Problem {
  return {
    severity: 'warning',
    code: 'empty-locale-folder',
    path,
    finding: 'holds no files, so nothing of this locale is changed',
    expectation: 'add files, or remove the folder',
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
