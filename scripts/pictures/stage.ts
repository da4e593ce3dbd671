import {mkdir, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import type {Browser} from 'playwright-core'
import {COMMIT, review} from '../../__tests__/helpers/pull-request.ts'
import {scenario} from '../../__tests__/helpers/scenario.ts'
import type {Scenario, ScenarioRun} from '../../__tests__/helpers/scenario.ts'
import type {Inputs} from '../../simulator/runner/run-bundle.ts'
import type {Simulator, SimulatorOptions} from '../../simulator/simulator.ts'
import {localizationsOf, timeCodesIn} from './listing-files.ts'
import type {Contents} from './listing-files.ts'
import {takePictures} from './looks.ts'
import {showPosterFrames} from '../demo/poster-frames.ts'
import {logOnGitHub} from './shown-log.ts'
import type {Origins} from './views.ts'

const BLOBS = 'https://github.example/octo/app/blob/'

/** The runs of a situation: each keeps what it left in a folder of its own. */
export interface Stage {
  readonly simulator: Simulator
  readonly scenario: Scenario
  readonly origins: Origins
  /** In a pull request, with a comment there. */
  readonly plan: (inputs?: Inputs, folder?: string) => Promise<ScenarioRun>
  readonly validate: (inputs?: Inputs) => Promise<ScenarioRun>
  /** @param meanwhile - Is given what ends the run as the runner does when somebody cancels it. */
  readonly sync: (inputs?: Inputs, meanwhile?: (cancel: () => void) => void) => Promise<ScenarioRun>
}

export interface StageOptions {
  /** Where folders for runs are made. */
  readonly out: string
  /** Null takes no pictures. */
  readonly browser: Browser | null
}

/** What the store has, and what the repository has. */
export interface Listing {
  readonly store: Contents
  readonly folder: Contents
  /** Whether a version was released before: a first one has no release notes. Default false. */
  readonly isUpdate?: boolean
  readonly simulator?: SimulatorOptions
}

export async function openStage(
  {out, browser}: StageOptions,
  {store, folder, isUpdate = false, simulator: options}: Listing,
): Promise<Stage> {
  const localizations = localizationsOf(store)
  const start = localizations.length === 0 ? {} : {localizations}
  const released = {versionString: '2.0.0', state: 'READY_FOR_DISTRIBUTION', ...start}
  const versions = [...(isUpdate ? [released] : []), {versionString: '2.1.0', ...start}]
  const played = await scenario(folder, {
    apps: [{bundleId: 'com.example.trails', name: 'Trails', versions}],
    ...options,
  })
  await processed(played.simulator)
  await showPosterFrames(played.simulator, [store, folder].flatMap(timeCodesIn))
  const {github, plan} = await review(played)

  const origins = {blobs: BLOBS, workspace: played.workspace}

  async function keep(name: string, run: ScenarioRun, comment = ''): Promise<ScenarioRun> {
    const place = path.join(out, name)
    await mkdir(place, {recursive: true})
    const files = {
      'log.txt': `${run.stdout}${run.stderr}`,
      'log-on-github.txt': logOnGitHub(run.stdout),
      'summary.md': run.summary,
      'comment.md': comment,
      'report.html': run.report,
      'plan.json': run.plan === null ? '' : `${JSON.stringify(run.plan, null, 2)}\n`,
    }
    const written = Object.entries(files).filter(([, content]) => content !== '')
    await Promise.all(written.map(([file, content]) => writeFile(path.join(place, file), content)))
    const sizes = written.map(([file, content]) => `${file} ${kilobytes(content)} kB`).join(', ')
    console.log(`${place}: exit code ${run.code}; ${sizes}`)
    if (run.stderr !== '') console.error(run.stderr)
    if (browser === null) return run

    const report = run.report === '' ? '' : path.join(place, 'report.html')
    await takePictures(browser, place, {report, summary: run.summary, comment}, origins)
    return run
  }

  return {
    simulator: played.simulator,
    scenario: played,
    origins,
    async plan(inputs, name = 'plan') {
      const run = await plan(
        {...APP, ...inputs},
        {env: {...RUNNER, GITHUB_REF: 'refs/pull/7/merge'}},
      )
      return keep(name, run, github.comments.at(-1)?.body)
    },
    async validate(inputs) {
      return keep(
        'validate',
        await played.run({...APP, mode: 'validate', ...inputs}, {env: RUNNER}),
      )
    },
    async sync(inputs, meanwhile = () => undefined) {
      const {child, ended} = await played.start({...APP, ...inputs}, {env: RUNNER})
      meanwhile(() => child.kill('SIGINT'))
      return keep('sync', await ended)
    },
  }
}

const APP: Inputs = {'bundle-id': 'com.example.trails', version: 'v2.1.0'}

/** What a runner says of a push to the default branch. */
const RUNNER = {
  GITHUB_SERVER_URL: 'https://github.example',
  GITHUB_REPOSITORY: 'octo/app',
  GITHUB_RUN_ID: '4711',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_WORKFLOW: 'Listing',
  GITHUB_JOB: 'listing',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_REF: 'refs/heads/main',
  GITHUB_SHA: COMMIT,
}

async function processed(simulator: Simulator): Promise<void> {
  const isDone = () =>
    Object.values(simulator.listing())
      .flatMap((types) => Object.values(types).flat())
      .every(({state}) => state === 'COMPLETE' || state === 'FAILED')
  // oxlint-disable-next-line no-await-in-loop -- until it is so
  while (!isDone()) await pause(20)
}

function kilobytes(content: string): string {
  return (Buffer.byteLength(content) / 1000).toFixed(1)
}
