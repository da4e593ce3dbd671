import type {RunDiagnostic} from '../facts/diagnostics.ts'
import {html} from './html.ts'
import type {Html} from './html.ts'

/** Looks up the diagnostics to show next to something on the page. */
export interface InlineDiagnostics {
  /** About a file or any of the steps, each once. */
  readonly ofFile: (path: string | null, steps: readonly string[]) => readonly RunDiagnostic[]
  /** About a place or its folder. */
  readonly ofPlace: (place: string, folder: string | null) => readonly RunDiagnostic[]
  /** Paths of the files in a folder that have diagnostics. */
  readonly pathsIn: (folder: string) => readonly string[]
}

/** A part of the page, with the diagnostics that it shows. */
export interface PagePart {
  readonly body: Html
  readonly shownInline: readonly RunDiagnostic[]
}

export function inlineDiagnostics(diagnostics: readonly RunDiagnostic[]): InlineDiagnostics {
  const byPath = Map.groupBy(diagnostics, ({path}) => path)
  const byStep = Map.groupBy(diagnostics, ({step}) => step)
  const byPlace = Map.groupBy(diagnostics, ({place}) => place)
  const paths = [...byPath.keys()].filter((path) => path !== null)
  const byFolder = Map.groupBy(paths, (path) => path.slice(0, Math.max(0, path.lastIndexOf('/'))))
  const aboutFile = (path: string | null) => (path === null ? [] : (byPath.get(path) ?? []))
  return {
    ofFile(path, steps) {
      const ofSteps = steps.flatMap((step) => byStep.get(step) ?? [])
      return [...new Set([...aboutFile(path), ...ofSteps])]
    },
    ofPlace: (place, folder) => [...aboutFile(folder), ...(byPlace.get(place) ?? [])],
    pathsIn: (folder) => byFolder.get(folder) ?? [],
  }
}

/** A list of diagnostics without their titles, because it is next to what they are about. */
export function renderDiagnostics(diagnostics: readonly RunDiagnostic[]): Html | null {
  if (diagnostics.length === 0) return null
  const items = diagnostics.map(
    ({severity, message}) => html`<li class="${severity}">${message}</li>`,
  )
  return html`<ul class="notes">
    ${items}
  </ul>`
}
