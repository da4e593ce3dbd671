import path from 'node:path'

import {getInput, setSecret} from '@actions/core'

import type {Run} from '../../core/run.ts'
import type {Face, Publication} from '../../face/face.ts'
import type {Addresses} from '../../report/facts/context.ts'
import {commentOnPullRequest} from '../pull-request/comment-on-pull-request.ts'
import {whyNoSecret} from './event.ts'
import {createLog} from './log.ts'
import {writeOutputFile} from './output-file.ts'
import {setOutput} from './outputs.ts'
import {publish} from './publish.ts'
import {plannedFiles} from './repository-files.ts'
import {runContext} from './run-context.ts'

/** A step of a job on a GitHub runner. */
export function runnerFace(): Face {
  const workspace = path.resolve(process.env['GITHUB_WORKSPACE'] ?? process.cwd())
  let addresses: Promise<Addresses> | null = null
  // Without them, files are only named.
  const filesOf = (run: Run, {context}: Publication) =>
    (addresses ??= plannedFiles(run, workspace, context).catch(() => new Map()))
  return {
    read: (name) => getInput(name),
    workspace,
    createLog,
    showProgress: (progress) => progress,
    hide: setSecret,
    whyNoSecret,
    howToSet: () =>
      'Runs from forks and Dependabot get no secrets; in any other run, check that the secret exists and is passed to the step in `with:`.',
    wording: (text) => text,
    context: runContext,
    async publish(run, publication) {
      await publish(run, {...publication, addresses: await filesOf(run, publication)})
    },
    async announce(run, inputs, publication) {
      await commentOnPullRequest(run, inputs, {
        ...publication,
        addresses: await filesOf(run, publication),
      })
    },
    async publishReport(page) {
      const file = await writeOutputFile('report.html', page)
      setOutput('report-path', file)
      return `${file} (output \`report-path\`)`
    },
    end(_run, {level}) {
      if (level !== 'failure') process.exitCode = 0
    },
  }
}
