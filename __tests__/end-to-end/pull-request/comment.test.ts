import {mkdir, rename, symlink} from 'node:fs/promises'
import path from 'node:path'
import {afterAll, expect, test} from '@jest/globals'
import {green, red} from '../../../simulator/runner/run-bundle.ts'
import {
  closeScenarios,
  place,
  scenario,
  shot,
  shots,
  stored,
  storeWith,
} from '../../helpers/scenario.ts'
import {show} from '../../helpers/shown-summary.ts'
import {COMMENTS, MOST_CHARACTERS} from '../../../simulator/github/github-api.ts'
import {closeReviews, COMMIT, pullRequest, review, TOKEN} from '../../helpers/pull-request.ts'

afterAll(closeReviews)
afterAll(closeScenarios)

const MARKER = '<!-- app-store-sync:com.example.app/IOS -->'
const ACTIONS = 'github-actions[bot]'

/** A store with one picture to keep, one to replace and one to delete, and a folder with one more. */
async function changing() {
  const files = await shots({'1 keep.png': 1, '2 replace.png': 22, '3 new.png': 3})
  const assets = await stored({'1 keep.png': 1, '2 replace.png': 2, 'gone.png': 9})
  return scenario(files, storeWith(assets))
}

function picture(fileName: string, repository = 'octo/app'): string {
  const encoded = place(fileName).split('/').map(encodeURIComponent).join('/')
  return `https://github.example/${repository}/blob/${COMMIT}/${encoded}?raw=true`
}

test.concurrent('A pull request has one comment, made, changed in place, and marked when nothing is left to do', async () => {
  const store = await changing()
  const {github, plan} = await review(store)
  green(await plan({prune: 'true'}))
  expect(github.comments).toHaveLength(1)
  const [comment] = github.comments
  const first = comment?.body ?? ''
  expect(first.split('\n').slice(0, 2)).toEqual([
    MARKER,
    '### 📝 Plan: 1 new · 1 replaced · 1 removed · 1 unchanged; 6 write requests.',
  ])

  await store.write(await shots({'4 more.png': 4}))
  green(await plan({prune: 'true'}))
  expect(github.comments).toHaveLength(1)
  expect(comment?.body).toMatch(/^### 📝 Plan: 2 new · 1 replaced · 1 removed/m)

  green(await store.run({prune: 'true'}))
  green(await plan({prune: 'true'}))
  expect(github.comments).toHaveLength(1)
  expect(comment?.body).toMatch(
    /^### ✅ Nothing left to do: all 4 files are already in App Store Connect\./m,
  )
  expect(show(comment?.body ?? '').pictures).toEqual([])
})

test.concurrent('A comment shows what the store has before and what the repository has after', async () => {
  const {github, plan} = await review(await changing())
  green(await plan({prune: 'true'}))
  const {pictures, text} = show(github.comments[0]?.body ?? '')
  const ofStore = pictures.filter((each) => !each.startsWith('https://github.example'))
  expect(pictures).toEqual([ofStore[0], ofStore[1], picture('2 replace.png'), picture('3 new.png')])
  expect(text).toMatch(/gone\.png removed.*2 replace\.png replaced.*3 new\.png new/)
  const answers = await Promise.all(ofStore.map((url) => fetch(url)))
  expect(answers.map(({status}) => status)).toEqual([200, 200])
  expect(text).not.toContain('1 keep.png')
})

test.concurrent('A pull request from a fork shows the pictures of the fork', async () => {
  const {github, plan} = await review(await changing())
  green(await plan({}, {event: pullRequest('someone/app')}))
  expect(show(github.comments[0]?.body ?? '').pictures).toContain(
    picture('3 new.png', 'someone/app'),
  )
})

test.concurrent('A picture behind a link is shown from where it lies', async () => {
  const store = await changing()
  const shared = path.join(store.workspace, 'shared')
  await mkdir(shared)
  const linked = path.join(store.workspace, place('3 new.png'))
  await rename(linked, path.join(shared, 'näme #1.png'))
  await symlink(path.join(shared, 'näme #1.png'), linked)
  const {github, plan} = await review(store)
  green(await plan())
  expect(show(github.comments[0]?.body ?? '').pictures).toContain(
    `https://github.example/octo/app/blob/${COMMIT}/shared/n%C3%A4me%20%231.png?raw=true`,
  )
})

test.concurrent('Files that lie in another repository than the workspace are named and not shown', async () => {
  const store = await changing()
  await mkdir(path.join(store.workspace, 'screenshots/.git'))
  const {github, plan} = await review(store)
  green(await plan())
  const {pictures, text} = show(github.comments[0]?.body ?? '')
  expect(text).toContain('3 new.png')
  expect(pictures.filter((each) => each.startsWith('https://github.example'))).toEqual([])
})

test.concurrent('A set that only changes its order is shown in both orders', async () => {
  const assets = await stored({'2.png': 2, '1.png': 1})
  const files = await shots({'1.png': 1, '2.png': 2})
  const {github, plan} = await review(await scenario(files, storeWith(assets)))
  green(await plan())
  const {text, pictures} = show(github.comments[0]?.body ?? '')
  expect(text).toContain('Plan: 1 reordered')
  expect(text).toMatch(/New order in English \(U\.S\.\).*before2\.png 1\.pngafter1\.png 2\.png/)
  expect(pictures).toHaveLength(4)
  expect(pictures.slice(2)).toEqual(pictures.slice(0, 2).toReversed())
})

test.concurrent('Where there is nothing to do and nothing was, there is no comment', async () => {
  const assets = await stored({'1.png': 1})
  const {github, plan} = await review(await scenario(await shots({'1.png': 1}), storeWith(assets)))
  green(await plan())
  expect(github.comments).toEqual([])
  expect(github.requests.map(({method}) => method)).toEqual(['GET'])
})

test.concurrent('Without being asked for, there is no comment and no request', async () => {
  const {github, plan} = await review(await changing())
  green(await plan({comment: 'false'}))
  green(await plan({mode: 'validate'}))
  expect(github.requests).toEqual([])
})

test.concurrent('A comment is found on a later page, and comments of others with the same marker are left alone', async () => {
  const others = Array.from({length: 130}, (_, index) => ({login: 'octocat', body: `No. ${index}`}))
  const theirs = {login: 'mallory', body: `${MARKER}\nmine`}
  const bots = {login: 'other-app[bot]', body: `${MARKER}\nmine too`}
  const quoted = {login: ACTIONS, body: `> ${MARKER}\nquoted`}
  const ours = {login: ACTIONS, body: `${MARKER}\nold`}
  const comments = [theirs, bots, quoted, ...others, ours]
  const {github, plan} = await review(await changing(), {comments})
  green(await plan())
  expect(github.comments).toHaveLength(comments.length)
  expect(github.comments.slice(0, -1).map(({body}) => body)).toEqual(
    comments.slice(0, -1).map(({body}) => body),
  )
  expect(github.comments.at(-1)?.body).toContain('📝 Plan: 1 new')
  const lists = github.requests.filter(({method}) => method === 'GET')
  expect(lists.map((each) => each.path)).toEqual([
    `${COMMENTS}?per_page=100`,
    `${COMMENTS}?per_page=100&page=2`,
  ])
})

test.concurrent('The token of a person and that of an app keep comments of their own', async () => {
  const comments = [{login: ACTIONS, body: `${MARKER}\nof the runner's token`}]
  const {github, plan} = await review(await changing(), {login: 'release-app[bot]', comments})
  green(await plan())
  green(await plan())
  expect(github.comments.map(({login}) => login)).toEqual([ACTIONS, 'release-app[bot]'])
  expect(github.comments[0]?.body).toContain("of the runner's token")
})

test.concurrent('Where GitHub does not tell whose token it is, it is the one of the runner', async () => {
  const comments = [
    {login: 'mallory', body: `${MARKER}\nmine`},
    {login: ACTIONS, body: `${MARKER}\nold`},
  ]
  const {github, plan} = await review(await changing(), {comments})
  github.fail({method: 'POST', path: '/graphql', times: 9, status: 403})
  green(await plan())
  expect(github.comments).toHaveLength(2)
  expect(github.comments[0]?.body).toContain('mine')
  expect(github.comments[1]?.body).toContain('📝 Plan: 1 new')
})

test.concurrent('Two platforms, and two choices of locales, have a comment each', async () => {
  const store = await changing()
  const {github, plan} = await review(store)
  green(await plan())
  green(await plan({locales: 'en-US'}))
  red(await plan({platform: 'MAC_OS'}))
  green(await plan())
  expect(github.comments.map(({body}) => body.split('\n')[0])).toEqual([
    MARKER,
    '<!-- app-store-sync:com.example.app/IOS/en-US -->',
    '<!-- app-store-sync:com.example.app/MAC_OS -->',
  ])
})

test.concurrent('Problems of the files replace a plan that was told before', async () => {
  const store = await changing()
  const {github, plan} = await review(store)
  green(await plan())
  await store.write({[place('bad.png')]: (await shot(1)).subarray(0, 200)})
  red(await plan())
  expect(github.comments).toHaveLength(1)
  expect(github.comments[0]?.body).toMatch(/^### ❌ 1 problem found\./m)
  expect(github.comments[0]?.body).toContain('bad.png')
  expect(github.comments[0]?.body).not.toContain('#### Changes')
})

test.concurrent('A comment above the limit shows fewer pictures, says which are left out, and links to the run', async () => {
  const locales = ['en-US', 'ja', 'de-DE', 'it', 'ko', 'fr-FR', 'es-ES', 'nl-NL', 'pl', 'sv', 'fi']
  const names = Array.from({length: 10}, (_, index) => `${'長い名前 '.repeat(18)}${index}.png`)
  const pictures = Object.fromEntries(names.map((name, index) => [name, index]))
  const files = await Promise.all(locales.map((locale) => shots(pictures, locale)))
  const {github, plan} = await review(await scenario(Object.assign({}, ...files)))
  green(await plan())
  const body = github.comments[0]?.body ?? ''
  expect(body.length).toBeGreaterThan(MOST_CHARACTERS / 4)
  expect(Buffer.byteLength(body)).toBeLessThan(MOST_CHARACTERS)
  expect(body).toContain('"https://github.example/octo/app/actions/runs/4711"')
  expect(body.split('<details>').length).toBe(body.split('</details>').length)
  const {text} = show(body)
  expect(text).toContain('Plan: 110 new · 10 new locales')
  expect(text).toContain('10 new in each of 11 locales')
  expect(text).toMatch(/Left out: .*Swedish/)
})

test.concurrent('Outside a pull request a notice says that there is none', async () => {
  const {github, plan} = await review(await changing())
  const {annotations} = green(await plan({}, {event: {ref: 'refs/heads/main'}}))
  expect(annotations.filter(({level}) => level === 'notice')).toEqual([
    {
      level: 'notice',
      file: null,
      message: expect.stringMatching(/not for a pull request, so there is nothing to comment on/),
    },
  ])
  expect(github.requests).toEqual([])
})

test.concurrent('The token goes to GitHub and is told to nobody else', async () => {
  const store = await changing()
  const {github, plan} = await review(store)
  github.fail({method: 'GET', times: 1, status: 400, message: `Bad ${TOKEN}`})
  const run = green(await plan())
  expect(github.requests.map(({authorization}) => authorization)).toEqual([`token ${TOKEN}`])
  expect(`${run.stdout}${run.stderr}${run.summary}`).not.toContain(TOKEN)
  expect(run.stdout).toContain('Bad ***')
})
