import {describeTarget} from '../face/log/describe-target.ts'
import type {Inputs} from '../inputs/inputs.ts'
import type {AnySection} from '../core/any-section.ts'
import {lookUpTarget} from '../core/look-up-target.ts'
import {plural} from '../core/plural.ts'
import {pull} from '../core/pull.ts'
import {inOrder} from '../files/diagnostic-order.ts'
import {putFiles} from '../files/put/put-files.ts'
import {declareIn} from '../sections.ts'
import type {ManagedFolders} from '../managed.ts'
import type {OpenStore} from '../sections.ts'
import type {Tools} from './tools.ts'

/** Reads what the store has, and writes it into the folder. */
export async function pullListing(
  inputs: Inputs,
  {managed, store, sections}: PullParts,
  {log, signal, note, addSecret}: Tools,
): Promise<void> {
  const about = await lookUpTarget(store.target, sections)
  note(about)
  const declare = declareIn(inputs, managed, {signal, addSecret})
  const {pulled, diagnostics} = await pull({
    sections,
    async declare(values) {
      const declared = await declare(values)
      // Only now is it known whether the name of the app is a secret.
      log.line(describeTarget(about))
      return declared
    },
    put: (files, isWrong) => {
      const fetched = files.filter(({content}) => 'fetch' in content).length
      if (fetched > 0) log.line(`Fetching ${plural(fetched, 'file')} from Apple.`)
      return putFiles(files, {workspace: inputs.workspace, isWrong, signal})
    },
  })
  note({pulled, diagnostics: inOrder(diagnostics)})
  if (pulled.written.length > 0) {
    const paths = pulled.written.map(({path}) => path)
    log.folded(`${plural(paths.length, 'file')} written`, paths)
  }
}

interface PullParts {
  readonly managed: ManagedFolders
  readonly store: OpenStore
  readonly sections: readonly AnySection[]
}
