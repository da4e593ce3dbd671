import {readFile} from 'node:fs/promises'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import {newFolder, removeFolders} from './rehearsals/folders.ts'
import {combinationsOf} from './run/matrix.ts'
import {closeRehearsals, rehearse} from './run/rehearse.ts'
import type {Rehearsal} from './run/rehearse.ts'

let repository: string
beforeAll(async () => {
  repository = await newFolder({'docs/a.txt': 'a', 'docs/b.txt': 'b'})
})
afterAll(closeRehearsals)
afterAll(removeFolders)

/** Runs jobs, given as YAML, on a push to the main branch. */
function run(jobs: string, more: Partial<Rehearsal> = {}) {
  const workflow = `on: push\njobs:\n${jobs.replaceAll(/^/gmu, '  ')}`
  return rehearse({workflow, event: {name: 'push'}, repository, ...more})
}

/** Runs steps, given as YAML, in one job. */
async function runSteps(steps: string, more: Partial<Rehearsal> = {}) {
  const {jobs, ...rest} = await run(
    `only:\n  runs-on: x\n  steps:\n${steps.replaceAll(/^/gmu, '    ')}`,
    more,
  )
  const [job] = jobs
  if (job === undefined) throw new Error('There is no job.')
  return {...rest, job, logs: job.steps.map(({log}) => log.trim())}
}

const job = (id: string, rest: string, command = 'true') =>
  `${id}:\n  runs-on: x\n  ${rest}\n  steps: [{run: '${command}'}]\n`

describe('Jobs', () => {
  test('run after those that they need, wherever they stand in the file', async () => {
    const {jobs} = await run(
      job('last', 'needs: [middle]') + job('middle', 'needs: first') + job('first', 'name: x'),
    )
    expect(jobs.map(({id}) => id)).toEqual(['first', 'middle', 'last'])
  })

  test('that need a failed or skipped one are skipped, all the way down', async () => {
    const {jobs, result} = await run(
      [
        job('fails', 'name: x', 'false'),
        job('child', 'needs: fails'),
        job('grandchild', 'needs: child'),
        job('on-failure', 'needs: child\n  if: failure()'),
        job('always', 'needs: [fails, child]\n  if: ${{ always() }}'),
        job('after-always', 'needs: always'),
        job('not-wanted', "if: github.ref == 'refs/heads/other'"),
        job('after-not-wanted', 'needs: not-wanted'),
      ].join(''),
    )
    expect(Object.fromEntries(jobs.map((each) => [each.id, each.result]))).toEqual({
      fails: 'failure',
      child: 'skipped',
      grandchild: 'skipped',
      'on-failure': 'success',
      always: 'success',
      'after-always': 'skipped',
      'not-wanted': 'skipped',
      'after-not-wanted': 'skipped',
    })
    expect(result).toBe('failure')
  })

  test('see the results and outputs of those that they need', async () => {
    const {jobs} = await run(`one:
  runs-on: x
  outputs: {answer: '\${{ steps.a.outputs.answer }}', none: '\${{ steps.a.outputs.none }}'}
  steps:
    - id: a
      run: echo answer=42 >> "$GITHUB_OUTPUT"
two:
  needs: one
  if: needs.one.result == 'success' && needs.one.outputs.answer == 42
  runs-on: x
  steps:
    - run: echo '\${{ toJSON(needs) }}'`)
    expect(JSON.parse(jobs[1]?.steps[0]?.log ?? '')).toEqual({
      one: {result: 'success', outputs: {answer: '42', none: ''}},
    })
  })

  test('of a matrix run once for each of its combinations, also if another job made it', async () => {
    const {jobs} = await run(`plan:
  runs-on: x
  outputs: {matrix: '\${{ steps.a.outputs.matrix }}'}
  steps:
    - id: a
      run: echo 'matrix={"include":[{"locales":"ja,ko","shard":1},{"locales":"de-DE","shard":2}]}' >> "$GITHUB_OUTPUT"
sync:
  needs: plan
  strategy: {fail-fast: false, matrix: '\${{ fromJSON(needs.plan.outputs.matrix) }}'}
  runs-on: x
  steps:
    - run: echo '\${{ matrix.locales }} in \${{ matrix.shard }}'`)
    expect(jobs.slice(1).map(({steps}) => steps[0]?.log.trim())).toEqual([
      'ja,ko in 1',
      'de-DE in 2',
    ])
  })

  test('have a workspace of their own, and hand files on as artifacts', async () => {
    const {jobs, artifacts} = await run(`one:
  runs-on: x
  steps:
    - uses: actions/checkout@v7
    - uses: actions/upload-artifact@v7
      with: {name: texts, path: docs}
    - uses: actions/upload-artifact@v7
      with: {path: docs/a.txt, archive: false}
two:
  needs: one
  runs-on: x
  steps:
    - uses: actions/download-artifact@v8
      with: {name: texts, path: there}
    - run: find . -type f | sort
    - uses: actions/download-artifact@v8
      with: {name: others}`)
    expect(jobs[1]?.steps.map(({outcome, log}) => [outcome, log.trim()])).toEqual([
      ['success', ''],
      ['success', './there/a.txt\n./there/b.txt'],
      ['failure', 'There is no artifact others.'],
    ])
    expect(await readFile(path.join(artifacts, 'a.txt/a.txt'), 'utf8')).toBe('a')
  })

  test('wait for their environment', async () => {
    const waited: unknown[] = []
    await run(
      job('one', 'environment: app-store') +
        job('two', 'environment: {name: store, url: "https://a.b"}') +
        job('three', 'name: x'),
      {
        beforeJob: (...each) => void waited.push(each),
      },
    )
    expect(waited).toEqual([
      ['one', 'app-store'],
      ['two', 'store'],
      ['three', null],
    ])
  })
})

describe('Steps', () => {
  test('after a failed one are skipped, unless their condition says otherwise', async () => {
    const {
      job: {steps, result},
    } = await runSteps(`- run: exit 3
  continue-on-error: true
  id: forgiven
- run: echo '\${{ steps.forgiven.outcome }} \${{ steps.forgiven.conclusion }}'
- run: exit 1
- run: echo never
- run: echo failed
  if: failure()
- run: echo anyway
  if: \${{ !cancelled() && steps.forgiven.outcome == 'failure' }}
- run: echo always
  if: always()`)
    expect(steps.map(({outcome, log}) => `${outcome} ${log.trim()}`.trim())).toEqual([
      'failure',
      'success failure success',
      'failure',
      'skipped',
      'success failed',
      'success anyway',
      'success always',
    ])
    expect(result).toBe('failure')
  })

  test('have the variables of the workflow, the job, the steps before and their own', async () => {
    const {jobs} = await rehearse({
      event: {name: 'push', ref: 'refs/tags/v2.1.0'},
      repository,
      secrets: {PASSWORD: 'correct'},
      workflow: `on: push
env: {A: workflow, B: workflow, C: workflow}
defaults: {run: {shell: bash}}
jobs:
  one:
    runs-on: x
    env: {B: job, C: job}
    steps:
      - run: |
          echo "C=step before" >> "$GITHUB_ENV"
          printf 'D<<end\\ntwo\\nlines\\nend\\n' >> "$GITHUB_ENV"
      - run: echo "$A, $B, $C, $D, $E, \${{ env.B }}, $F"; false | true; echo "not reached"
        env: {E: '\${{ secrets.PASSWORD }} \${{ secrets.NONE }}', F: '\${{ github.ref_name }}'}`,
    })
    const [, last] = jobs[0]?.steps ?? []
    expect(last).toMatchObject({
      outcome: 'failure',
      log: 'workflow, job, step before, two\nlines, correct , job, v2.1.0\n',
    })
  })

  test('run where they say, with nothing of this process in their environment', async () => {
    process.env['NOT_FOR_STEPS'] = 'secret'
    const {logs} = await runSteps(`- uses: actions/checkout@v7
- run: ls; echo "$NOT_FOR_STEPS"
  working-directory: docs
- run: echo "$0" | grep -c '^/'; [ "$GITHUB_REPOSITORY $GITHUB_REF_NAME" = 'octo/app main' ]
  shell: sh`)
    expect(logs).toEqual(['', 'a.txt\nb.txt', '1'])
  })

  test('end with the first command that fails', async () => {
    const {
      job: {steps},
    } = await runSteps(`- run: |
    echo reached
    false
    echo "not reached"`)
    expect(steps).toMatchObject([{outcome: 'failure', log: 'reached\n'}])
  })

  test('of several lines are read without the indentation of the file', async () => {
    const {logs} = await runSteps(`- run: |
    cat <<end
    \${{ github.actor }}
      "and" so on
    end
- run: >-
    echo
    '\${{ github.actor }}'`)
    expect(logs).toEqual(['octocat\n  "and" so on', 'octocat'])
  })

  test('write a summary, and programs for the next ones', async () => {
    const {
      job: {steps},
    } = await runSteps(`- run: |
    echo '# Done' >> "$GITHUB_STEP_SUMMARY"
    mkdir tools
    printf '#!/bin/sh\\necho mine' > tools/ls
    chmod +x tools/ls
    echo "$PWD/tools" >> "$GITHUB_PATH"
- run: ls`)
    expect(steps.map(({summary, log}) => `${summary}${log}`)).toEqual(['# Done\n', 'mine\n'])
  })

  test('run a stand-in instead of a command, which is noted', async () => {
    const {logs, calls} = await runSteps(
      `- run: |
    gh release create "v1.0.0" --notes "two
    lines"
    git push origin main
    git --version | grep -c 'git version'
    env bash .ci/run
    bash -c 'echo real'`,
      {
        commands: {
          gh: 'echo "fake $1 $#"',
          'git push': 'echo pushed',
          git: `PATH=\${PATH#*:} git "$@"`,
          'bash .ci/run': 'echo quick',
        },
      },
    )
    expect(logs).toEqual(['fake release 5\npushed\n1\nquick\nreal'])
    expect(calls).toEqual([
      ['gh', 'release', 'create', 'v1.0.0', '--notes', 'two\nlines'],
      ['git', 'push', 'origin', 'main'],
      ['git', '--version'],
      ['bash', '.ci/run'],
    ])
  })

  test('run a stand-in of the test for the action of somebody else', async () => {
    const {
      job: {steps},
    } = await runSteps(
      `- uses: somebody/else@v1
  id: else
  with: {word: '\${{ github.actor }}'}
- run: echo \${{ steps.else.outputs.answer }}`,
      {
        actions: {
          'somebody/else': ({inputs}) =>
            Promise.resolve({outputs: {answer: `Hello, ${inputs['word']}`}}),
        },
      },
    )
    expect(steps[1]?.log).toBe('Hello, octocat\n')
  })
})

describe('A rehearsal refuses', () => {
  test.each([
    [
      'an action without a stand-in',
      '- uses: somebody/else@v1',
      'no stand-in for somebody/else@v1',
    ],
    [
      'an input that action.yml lacks',
      '- uses: app-store-sync/app-store-sync@v1\n  with: {mod: plan}',
      'no input mod',
    ],
    ['the action before the checkout that brings it', '- uses: ./', 'action.yml'],
    [
      'an input of a checkout that nobody rehearsed',
      '- uses: actions/checkout@v7\n  with: {clean: false}',
      'no input clean',
    ],
    ['another shell', '- run: ls\n  shell: pwsh', 'no shell pwsh'],
    ['what GitHub refuses', '- run: echo ${{ secret.X }}', "Unrecognized named-value: 'secret'"],
    ['an output without an end', '- run: echo "a<<b" >> "$GITHUB_OUTPUT"', 'has no end'],
  ])('%s', async (_, steps, message) => {
    await expect(runSteps(steps)).rejects.toThrow(message)
  })

  test('a part of a job that it does not know', async () => {
    await expect(run(job('one', 'container: node'))).rejects.toThrow('knows no container of a job')
  })

  test.each([
    ['pull_request', 'on: push', {}],
    ['push', 'on: {push: {tags: ["v*"]}}', {}],
    ['push', 'on: {push: {branches: [main]}}', {ref: 'refs/tags/v1'}],
    ['push', 'on: {push: {branches: ["*", "!main"]}}', {}],
    ['push', 'on: {push: {paths: ["a/**"]}}', {changed: ['b/a']}],
  ])('%s for %s', async (name, on, more) => {
    const workflow = `${on}\njobs:\n  ${job('one', 'name: x').replaceAll('\n', '\n  ')}`
    await expect(rehearse({workflow, event: {name, ...more}, repository})).rejects.toThrow(
      `${name} does not start the workflow`,
    )
  })
})

test('A run by hand has its inputs, with defaults', async () => {
  const workflow = `on:
  workflow_dispatch:
    inputs:
      version: {required: true, type: string}
      publish: {type: boolean, default: true}
jobs:
  one:
    runs-on: x
    steps:
      - run: echo '\${{ inputs.version }} \${{ inputs.publish && 'yes' }} \${{ github.event.inputs.version }}'`
  const event = {name: 'workflow_dispatch', inputs: {version: '1.0.0'}}
  const {jobs} = await rehearse({workflow, event, repository})
  expect(jobs[0]?.steps[0]?.log).toBe('1.0.0 yes 1.0.0\n')
  await expect(
    rehearse({workflow, event: {name: 'workflow_dispatch'}, repository}),
  ).rejects.toThrow('The input version is required')
})

test.each([
  [
    'vectors',
    {a: [1, 2], b: ['x']},
    [
      {a: 1, b: 'x'},
      {a: 2, b: 'x'},
    ],
  ],
  ['an exclusion', {a: [1, 2], exclude: [{a: 1}]}, [{a: 2}]],
  // The example of "Workflow syntax for GitHub Actions", "Expanding or adding matrix configurations".
  [
    'inclusions',
    {
      fruit: ['apple', 'pear'],
      animal: ['cat', 'dog'],
      include: [
        {color: 'green'},
        {color: 'pink', animal: 'cat'},
        {fruit: 'apple', shape: 'circle'},
        {fruit: 'banana'},
        {fruit: 'banana', animal: 'cat'},
      ],
    },
    [
      {fruit: 'apple', animal: 'cat', color: 'pink', shape: 'circle'},
      {fruit: 'apple', animal: 'dog', color: 'green', shape: 'circle'},
      {fruit: 'pear', animal: 'cat', color: 'pink'},
      {fruit: 'pear', animal: 'dog', color: 'green'},
      {fruit: 'banana'},
      {fruit: 'banana', animal: 'cat'},
    ],
  ],
])('A matrix of %s has its jobs', (_, matrix, combinations) => {
  expect(combinationsOf(matrix)).toEqual(combinations)
})
