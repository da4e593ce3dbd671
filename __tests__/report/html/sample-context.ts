import type {RunContext} from '../../../src/report/facts/context.ts'

/** A run of pull request 7 on GitHub. */
export const CONTEXT: RunContext = {
  runUrl: 'https://github.com/octo/trails/actions/runs/4711',
  commit: 'c0ffee0123456789c0ffee0123456789c0ffee01',
  pullRequest: 7,
  treeUrl: 'https://github.com/mona/trails/blob/c0ffee0123456789c0ffee0123456789c0ffee01',
  date: new Date('2026-10-07T12:34:56Z'),
}
