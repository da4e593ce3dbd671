import {afterAll, expect, test} from '@jest/globals'
import {closeReviews, review} from '../../helpers/pull-request.ts'
import {closeScenarios, scenario} from '../../helpers/scenario.ts'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import type {BundleRun} from '../../../simulator/runner/run-bundle.ts'
import {readyApp, readyAppInfo, readyVersion} from '../../../simulator/seeded-apps.ts'
import type {FaultMatch, FaultRule} from '../../../simulator/http/faults.ts'
import type {Simulator, SimulatorOptions} from '../../../simulator/simulator.ts'
import {filesIn} from '../pull/pulled.ts'
import {config, METADATA} from '../release/declared.ts'
import {DEBUG_LOGGING, everythingSaid} from './leaks.ts'

afterAll(closeReviews)
afterAll(closeScenarios)

/** Values that a careless program lets through in one form or another. */
const NEW = {
  DESCRIPTION: 'Codename Falcon\r\nline "two" <b>of it\n\n\tthird & last line of it\r\n',
  PROMOTION: `%0A::error::Percent%25 ${'and on and on '.repeat(9)}`,
  KEYWORDS: 'unreleased,feature',
  NAME: 'Secret Falcon',
  SUPPORT: 'https://falcon.example/?user=ada&id=1',
  NOTES: String.raw`C:\temp\new "quoted" \u0041 $& $1`,
  COPYRIGHT: '2026 `|*Hidden*_[Owner](x) @octocat #12',
  FIRST: 'Zoë–Ключ–鍵',
  USER: 'c2VjcmV0LXVzZXI+PQ==',
  PASSWORD: '<p&ss> \'wörd\' "7"',
}
const NEW_ENV: Readonly<Record<string, string>> = NEW

/** What the store has in their places. */
const OLD = {
  DESCRIPTION: 'Codename Kestrel\nwas "two" <b>lines',
  PROMOTION: '100%25 kestrel',
  KEYWORDS: 'former,secret',
  NAME: 'Former Kestrel',
  SUPPORT: 'https://kestrel.example/?user=ada&id=1',
  NOTES: String.raw`D:\old\"kestrel"`,
  COPYRIGHT: '2025 `|*Kestrel*_',
  FIRST: 'Zoë–Старый',
  USER: 'a2VzdHJlbC11c2Vy',
  PASSWORD: '<old> p&ss "6"',
}

const CONFIG = config(
  'version: {copyright: env:COPYRIGHT}',
  'review:',
  '  contact: {first-name: env:FIRST}',
  '  demo-account: {required: true, name: env:USER, password: env:PASSWORD}',
  '  notes: env:NOTES',
  'localizations:',
  '  en-US:',
  '    name: env:NAME',
  '    description: env:DESCRIPTION',
  '    promotional-text: env:PROMOTION',
  '    keywords: env:KEYWORDS',
  '    support-url: env:SUPPORT',
)

function storeOf(texts: Readonly<Record<keyof typeof NEW, string>>): SimulatorOptions {
  const version = readyVersion({
    copyright: texts.COPYRIGHT,
    reviewDetail: {
      ...readyVersion().reviewDetail,
      contactFirstName: texts.FIRST,
      demoAccountRequired: true,
      demoAccountName: texts.USER,
      demoAccountPassword: texts.PASSWORD,
      notes: texts.NOTES,
    },
  })
  const [english] = version.localizations ?? []
  const localization = {
    locale: 'en-US',
    ...english,
    texts: {
      description: texts.DESCRIPTION,
      promotionalText: texts.PROMOTION,
      keywords: texts.KEYWORDS,
      supportUrl: texts.SUPPORT,
    },
  }
  const info = readyAppInfo({
    localizations: [{locale: 'en-US', name: texts.NAME, privacyPolicyUrl: 'https://example.com/p'}],
  })
  return {
    apps: [
      readyApp({
        name: texts.NAME,
        versions: [{...version, localizations: [localization]}],
        appInfos: [info],
      }),
    ],
    errorsRepeatValues: true,
  }
}

/** A value whole, by line, and as a summary, a command, JSON, an address or base64 would write it. */
function formsOf(value: string): readonly string[] {
  const parts = [value, ...value.split(/\r?\n/u)].map((part) => part.trim())
  return parts
    .filter((part) => part.length >= 5)
    .flatMap((part) => [
      part,
      JSON.stringify(part).slice(1, -1),
      part.replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('\r', '%0D'),
      part.replaceAll(/[^\p{L}\p{N} ]/gu, (sign) => `&#${sign.codePointAt(0)};`),
      part.replaceAll(/[&<>"]/gu, (sign) => `&#${sign.codePointAt(0)};`),
      part.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
      encodeURIComponent(part),
      Buffer.from(part).toString('base64'),
    ])
}

const FORMS = [...new Set([...Object.values(NEW), ...Object.values(OLD)].flatMap(formsOf))]

/** Fails if a run has told any of it; the runner itself takes out what it is asked to mask. */
function expectHidden(run: BundleRun, ...more: readonly string[]): void {
  const said = [everythingSaid(run), run.report, ...run.annotations.map(({message}) => message)]
  const text = [...said, ...more].join('\n').replaceAll(/^::add-mask::.*$/gmu, '')
  expect(FORMS.filter((form) => text.includes(form))).toEqual([])
}

const OPTIONS = {env: {...DEBUG_LOGGING, ...NEW_ENV}}

test.concurrent('No value from the environment, and none that it replaces, is told by a plan or by what carries it out', async () => {
  const {run, write, simulator} = await scenario(CONFIG, storeOf(OLD))
  const planned = green(await run({...METADATA, mode: 'plan'}, OPTIONS))
  expect(planned.plan?.steps.length).toBeGreaterThanOrEqual(Object.keys(NEW).length)
  expectHidden(planned)
  expectHidden(green(await run({...METADATA, mode: 'validate'}, OPTIONS)))
  await write({'plan.json': JSON.stringify(planned.plan)})
  const done = green(await run({...METADATA, 'plan-file': 'plan.json'}, OPTIONS))
  expectHidden(done)
  expect(simulator.texts()['en-US']?.['description']).toMatch(/^Codename Falcon\nline "two"/u)
  const [detail] = simulator.records('appStoreReviewDetails')
  expect(detail?.attributes['demoAccountPassword']).toBe(NEW.PASSWORD)
  const again = green(await run({...METADATA, submit: 'true'}, OPTIONS))
  expect(again.outputs['submission-state']).toBe('WAITING_FOR_REVIEW')
  expectHidden(again)
})

test.concurrent('A comment on a pull request tells none of it', async () => {
  const {github, plan} = await review(await scenario(CONFIG, storeOf(OLD)))
  const run = green(await plan(METADATA, OPTIONS))
  expect(github.comments).toHaveLength(1)
  expectHidden(run, ...github.comments.map(({body}) => body))
})

/** Apple's refusal of a request, which repeats every value in two ways. */
function repeating(match: FaultMatch): FaultRule {
  const errors = Object.values(NEW).map((value) => ({
    code: 'ENTITY_ERROR.ATTRIBUTE.INVALID',
    title: `Not ${JSON.stringify(value)}`,
    detail: `You sent '${value.replaceAll('\r\n', '\n')}', that is ${JSON.stringify({value})}`,
    source: {pointer: '/data/attributes/whatever'},
  }))
  const effect = {kind: 'status', status: 409, errors} as const
  return {match, times: Number.POSITIVE_INFINITY, effect}
}

const REFUSALS: readonly (readonly [string, (simulator: Simulator) => void])[] = [
  ['a change', ({faults}) => faults.add(repeating({method: 'PATCH'}))],
  [
    'the version for review',
    ({faults}) => faults.add(repeating({method: 'POST', path: /reviewSubmissionItems$/u})),
  ],
  [
    'a change of a version that somebody has submitted meanwhile',
    (simulator) => {
      const [version] = simulator.versions()
      simulator.onApplied(({path}) => {
        if (!path.endsWith('/appInfos')) return
        simulator.setVersionState(version?.id ?? '', 'WAITING_FOR_REVIEW')
      })
    },
  ],
]

test.concurrent.each(REFUSALS)(
  'Where Apple refuses %s and repeats what was sent, none of it is told',
  async (_, refuse) => {
    const {run, simulator} = await scenario(CONFIG, storeOf(OLD))
    refuse(simulator)
    const refused = red(await run({...METADATA, submit: 'true'}, OPTIONS))
    expect(refused.stdout).toContain('***')
    expectHidden(refused)
  },
)

test.concurrent('A pull writes none of what comes from the environment, and never a password', async () => {
  const there = await scenario(CONFIG, storeOf(OLD))
  expectHidden(await there.run({...METADATA, mode: 'pull'}, OPTIONS))
  const files = Object.values(await filesIn(there.workspace)).join('\n')
  expect(FORMS.filter((form) => files.includes(form))).toEqual([])

  const empty = await scenario({}, storeOf(OLD))
  const pulled = green(await empty.run({...METADATA, mode: 'pull'}, OPTIONS))
  const all = [
    everythingSaid(pulled),
    pulled.report,
    ...Object.values(await filesIn(empty.workspace)),
  ]
  const text = all.join('\n').replaceAll(/^::add-mask::.*$/gmu, '')
  expect(formsOf(OLD.PASSWORD).filter((form) => text.includes(form))).toEqual([])
})
