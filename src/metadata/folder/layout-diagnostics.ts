import type {Diagnostic} from '../../core/diagnostic.ts'
import {errorAt, noteAt, warningAt} from '../../files/diagnostic-at.ts'
import {listWithOr} from '../../files/nearest-name.ts'
import {nearestFiles, REVIEW_FILES, TEXT_FILES} from './known-names.ts'

/** The layout, as messages show it. */
const PATTERN = `<locale>/{${TEXT_FILES.map((file) => file.replace('.txt', '')).join(',')}}.txt`

/** The folder of the input does not exist. */
export function missingFolder(path: string): Diagnostic {
  return errorAt(path, {
    code: 'missing-root',
    what: 'does not exist',
    next: 'check `metadata` and `root`, and that the repository is checked out',
  })
}

/** There is neither a folder nor a file that declares anything. */
export function missingMetadata(path: string, config: string): Diagnostic {
  return errorAt(path, {
    code: 'missing-root',
    what: `does not exist, and neither does ${config}`,
    next: 'add one of them, check `root`, or remove `metadata` from `manage`',
  })
}

export function metadataRootIsFile(path: string): Diagnostic {
  return errorAt(path, {
    code: 'root-not-a-folder',
    what: 'is a file, not a folder',
    next: `set \`metadata\` to the folder that contains ${PATTERN}`,
  })
}

/** A folder in which nothing is declared. */
export function noTexts(path: string): Diagnostic {
  return warningAt(path, {
    code: 'no-texts',
    what: 'has no texts, so no text is changed',
    next: `add files such as ${PATTERN}, or check \`metadata\``,
  })
}

/** A folder without texts in the locales that the run is limited to. That may happen in one of several jobs. */
export function noTextsIn(locales: readonly string[], path: string): Diagnostic {
  return noteAt(path, {
    code: 'no-texts',
    what: `has no texts for ${listWithOr(locales)}, so no text is changed`,
    next: '',
  })
}

/** Texts for every locale, of which there is none. */
export function unusedDefaults(path: string): Diagnostic {
  return warningAt(path, {
    code: 'no-texts',
    what: 'has the texts of every locale, but there is no locale, so no text is changed',
    next: 'add a folder with texts for each locale, such as en-US',
  })
}

/** A text file beside the locale folders, where fastlane's deliver does not look either. */
export function textOutsideLocales(path: string): Diagnostic {
  return warningAt(path, {
    code: 'file-outside-locale',
    what: 'is not in a locale folder, so it is ignored',
    next: 'move it to the folder of its locale, such as en-US',
  })
}

/** A file of a locale folder, or one beside the locale folders, with a name that means nothing there. */
export function unknownFile(name: string, path: string): Diagnostic {
  return unknownName(path, nearestFiles(name, 'locale'), TEXT_FILES)
}

/** As {@link unknownFile}, in the folder of what App Review should know. */
export function unknownReviewFile(name: string, path: string): Diagnostic {
  return unknownName(path, nearestFiles(name, 'review'), REVIEW_FILES)
}

/** A file that belongs beside the locale folders, in one of them. @param root - Path of the folder. */
export function settingInLocale(root: string, path: string): Diagnostic {
  return warningAt(path, {
    code: 'unknown-text-file',
    what: 'is not the file of an App Store text, so it is ignored',
    next: `move it to ${root}: it is the same in every locale`,
  })
}

function unknownName(path: string, near: readonly string[], all: readonly string[]): Diagnostic {
  return warningAt(path, {
    code: 'unknown-text-file',
    what: 'is not the file of an App Store text, so it is ignored',
    next:
      near.length > 0
        ? `rename it to ${listWithOr(near)} if that is what it is`
        : `the files are ${all.join(', ')}`,
  })
}

export function unknownFolder(path: string): Diagnostic {
  return warningAt(path, {
    code: 'nested-too-deep',
    what: 'is a folder where only files are expected, so it is ignored',
    next: `move its files to match the layout: ${PATTERN}`,
  })
}

/** The same text in two folders of one locale. */
export function sameTextTwice(path: string, other: string): Diagnostic {
  return errorAt(path, {
    code: 'same-text-twice',
    what: `is for the same text as ${other}`,
    next: 'keep one of them',
  })
}

/** @param names - Names of what is ignored, with how often each occurs. */
export function leftAlone(path: string, names: ReadonlyMap<string, number>): Diagnostic {
  const list = [...names].map(([name, count]) => (count === 1 ? name : `${name} (${count} times)`))
  return noteAt(path, {
    code: 'left-alone',
    what: `has files that this action does not manage: ${list.join(', ')}`,
    next: '',
  })
}
