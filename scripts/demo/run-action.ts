import {spawn} from 'node:child_process'
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {createInterface} from 'node:readline'

const BUNDLE = path.join(import.meta.dirname, '../../dist/index.js')

export interface ActionRun {
  readonly exitCode: number | null
  readonly outputs: ReadonlyMap<string, string>
  /** The job summary, in GitHub's Markdown. */
  readonly summary: string
}

/**
 * Runs the bundled action as GitHub's runner does: inputs in the environment, outputs and summary in files.
 *
 * @param workspace Absolute path of what a workflow has checked out.
 * @param onLine Is given each line of the log.
 */
export async function runAction(
  inputs: Readonly<Record<string, string>>,
  workspace: string,
  onLine: (line: string) => void,
): Promise<ActionRun> {
  const temporary = await mkdtemp(path.join(tmpdir(), 'runner-'))
  const [outputFile, summaryFile] = [
    path.join(temporary, 'output'),
    path.join(temporary, 'summary'),
  ]
  await Promise.all([writeFile(outputFile, ''), writeFile(summaryFile, '')])
  const named = Object.entries(inputs).map(([name, value]) => [
    `INPUT_${name.toUpperCase()}`,
    value,
  ])
  const action = spawn(process.execPath, [BUNDLE], {
    cwd: workspace,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace,
      GITHUB_OUTPUT: outputFile,
      GITHUB_STEP_SUMMARY: summaryFile,
      RUNNER_TEMP: temporary,
      ...Object.fromEntries(named),
    },
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    action.on('error', reject)
    action.on('close', resolve)
  })
  for await (const line of createInterface(action.stdout)) onLine(line)
  const result = {
    exitCode: await ended,
    outputs: readOutputs(await readFile(outputFile, 'utf8')),
    summary: await readFile(summaryFile, 'utf8'),
  }
  await rm(temporary, {recursive: true, force: true})
  return result
}

/** Each output stands as `name<<delimiter`, its lines, and the delimiter again. */
function readOutputs(text: string): ReadonlyMap<string, string> {
  const blocks = text.matchAll(/^(?<name>[^\n]+?)<<(?<end>[^\n]+)\n(?<value>.*?)\n\k<end>$/gmsu)
  return new Map([...blocks].map(({groups}) => [groups?.['name'] ?? '', groups?.['value'] ?? '']))
}
