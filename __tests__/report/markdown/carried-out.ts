import type {StepResult} from '../../../src/core/results.ts'
import type {Run} from '../../../src/core/run.ts'
import type {Step} from '../../../src/core/step.ts'
import type {StorePicture} from '../../../src/core/vocabulary.ts'
import {diagnosticOf} from '../sample-run.ts'

/** The run once every step was carried out, except for those that give something else. */
export function carriedOut(
  run: Run,
  exception: (step: Step) => StepResult | null = () => null,
): Run {
  const steps = run.plan?.steps ?? []
  const results = new Map(
    steps.map((step) => {
      const done = {status: 'done', resourceId: madeBy(step.id)} as const
      return [step.id, exception(step) ?? done] as const
    }),
  )
  const sent = steps.filter(({action}) => action === 'upload' || action === 'replace')
  const pictures = new Map([
    ...run.pictures,
    ...sent.map(({id}) => [madeBy(id), pictureAt(id)] as const),
  ])
  return {...run, mode: 'sync', results, pictures}
}

/** Apple's answer to a file that it does not want. */
export function rejection(): StepResult {
  const failure = diagnosticOf({
    code: 'IMAGE_ALPHA_NOT_ALLOWED',
    what: 'Apple rejected the file: IMAGE_ALPHA_NOT_ALLOWED.',
    next: 'save it without transparency',
  })
  return {status: 'rejected', failure}
}

function madeBy(id: string): string {
  return `made by ${id}`
}

function pictureAt(id: string): StorePicture {
  const name = encodeURIComponent(madeBy(id))
  return {
    templateUrl: `https://pictures.example/${name}/{w}x{h}bb.{f}`,
    width: 1290,
    height: 2796,
    videoUrl: null,
  }
}
