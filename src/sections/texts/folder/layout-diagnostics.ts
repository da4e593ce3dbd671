import type {Diagnostic} from '../../../core/diagnostic.ts'
import {errorAt, noteAt, warningAt} from '../../../files/diagnostic-at.ts'
import {listWithOr} from '../../../files/nearest-name.ts'
import {FIELDS} from '../fields.ts'
import {nearestFiles} from './known-names.ts'

/** The layout, as messages show it. */
const PATTERN = `<locale>/{${FIELDS.map(({file}) => file.replace('.txt', '')).join(',')}}.txt`

/** The folder of the input does not exist. */
export function missingFolder(path: string): Diagnostic {
  return errorAt(path, {
    code: 'missing-root',
    what: 'does not exist',
    next: 'correct the input `metadata`, and check that the repository is checked out before this step',
  })
}

export function textsRootIsFile(path: string): Diagnostic {
  return errorAt(path, {
    code: 'root-not-a-folder',
    what: 'is a file, not a folder',
    next: `let the input \`metadata\` name the folder that holds ${PATTERN}`,
  })
}

/** A folder in which no text is declared. */
export function noTexts(path: string): Diagnostic {
  return warningAt(path, {
    code: 'no-texts',
    what: 'holds no text of a locale, so no text is changed',
    next: `add files as ${PATTERN}, or correct the input \`metadata\``,
  })
}

/** A folder without texts in the locales that the run is limited to. That may happen in one of several jobs. */
export function noTextsIn(locales: readonly string[], path: string): Diagnostic {
  return noteAt(path, {
    code: 'no-texts',
    what: `holds no text in ${listWithOr(locales)}, so no text is changed`,
    next: '',
  })
}

/** A text file beside the locale folders, where fastlane's deliver does not look either. */
export function textOutsideLocales(path: string): Diagnostic {
  return warningAt(path, {
    code: 'file-outside-locale',
    what: 'lies outside of the locale folders, so it is not used',
    next: 'move it into the folder of its locale, such as en-US',
  })
}

export function unknownFile(name: string, path: string): Diagnostic {
  const near = nearestFiles(name)
  return warningAt(path, {
    code: 'unknown-text-file',
    what: 'is not the name of a text in the App Store, so it is ignored',
    next:
      near.length > 0
        ? `rename it to ${listWithOr(near)} if that is what it is`
        : `the texts are ${FIELDS.map(({file}) => file).join(', ')}`,
  })
}

export function unknownFolder(path: string): Diagnostic {
  return warningAt(path, {
    code: 'nested-too-deep',
    what: 'is a folder where only files are expected, so nothing in it is used',
    next: `the layout is ${PATTERN}`,
  })
}

/** The same text in two folders of one locale. */
export function sameTextTwice(path: string, other: string): Diagnostic {
  return errorAt(path, {
    code: 'same-text-twice',
    what: `declares the same text as ${other}`,
    next: 'keep one of them',
  })
}

/** @param names - Names of what is ignored, with how often each occurs. */
export function leftAlone(path: string, names: ReadonlyMap<string, number>): Diagnostic {
  const list = [...names].map(([name, count]) => (count === 1 ? name : `${name} (${count} times)`))
  return noteAt(path, {
    code: 'left-alone',
    what: `holds what this version of the action leaves alone: ${list.join(', ')}`,
    next: '',
  })
}
