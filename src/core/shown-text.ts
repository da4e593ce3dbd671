import type {FilePosition} from './diagnostic.ts'
import type {Step} from './step.ts'
import type {TextField} from './view.ts'

/** A text or setting that the folder declares. */
export interface ShownText {
  /** In words: `promotional text`. */
  readonly name: string
  /** As people may see it. */
  readonly text: string
  readonly file: FilePosition
}

/**
 * A declared text beside what the store has.
 *
 * @param step - What changes it; undefined if nothing does.
 * @param isUnchanged - Whether the store has it already; false if the store was not read.
 */
export function textFieldOf(
  {name, text, file}: ShownText,
  step: Step | undefined,
  isUnchanged: boolean,
): TextField {
  if (step === undefined) {
    const before = isUnchanged ? text : null
    return {name, state: isUnchanged ? 'unchanged' : 'file', before, after: text, file, steps: []}
  }
  const before = step.before !== null && 'text' in step.before ? step.before.text : null
  return {name, state: 'changed', before, after: text, file, steps: [step.id]}
}
