import {expect, jest, test} from '@jest/globals'
import {createLog} from '../../../src/action/runner/log.ts'
import type {Log} from '../../../src/face/log/log.ts'
import {commandsIn} from '../../../simulator/runner/runner-commands.ts'
import {EVIL_TEXTS} from '../../end-to-end/hostile/evil-texts.ts'

/** What a log prints. */
function printed(say: (log: Log) => void): string {
  const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true)
  try {
    say(createLog((text) => text))
    return write.mock.calls.map(([text]) => String(text)).join('')
  } finally {
    write.mockRestore()
  }
}

test.each(EVIL_TEXTS)('The line %j is no command, and one line', (text) => {
  const output = printed((log) => log.line(text))
  expect(commandsIn(output)).toEqual([])
  expect(output.match(/[\n\r\u0085\u2028]/gu)).toEqual(['\n'])
})

test.each(EVIL_TEXTS)(
  'The title, the folded lines and the warning %j are one line each',
  (text) => {
    const output = printed((log) => {
      log.folded(text, [text, text])
      log.annotate('warning', text, {path: `a,b:c=d\n${text}`})
    })
    const commands = commandsIn(output)
    expect(commands.map(({name}) => name)).toEqual(['group', 'endgroup', 'warning'])
    expect(output.split('\n')).toHaveLength(6)
    expect(commands[2]?.properties).toEqual(new Map([['file', `a,b:c=d\n${text}`]]))
  },
)

test('An annotation is beside the line that it is about', () => {
  const output = printed((log) => log.annotate('error', 'x', {path: 'a.txt', line: 3}))
  expect(commandsIn(output).map(({properties}) => properties)).toEqual([
    new Map([
      ['file', 'a.txt'],
      ['line', '3'],
    ]),
  ])
})
