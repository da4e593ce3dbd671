import type {RouteClass} from '../../../simulator/http/routes.ts'

/** An answer that is JSON, but not as Apple writes it. */
export interface OddAnswer {
  readonly title: string
  readonly of: RouteClass
  /** What comes instead of the true answer. A text goes out as it is. */
  readonly change: (answer: unknown) => unknown
}

/** None of them can be read. */
export const UNREADABLE: readonly OddAnswer[] = [
  ...wholes('apps', [null, [], {}, {data: null}, {data: {}}, '"x"', '<html>200</html>']),
  whole('apps', 'nested without end', `{"data":${'['.repeat(4_000_000)}`),
  whole('apps', 'nested very deep', `{"data":${'['.repeat(1e6)}${']'.repeat(1e6)}}`),
  whole('apps', 'two million lists', `{"data":[],"x":[${'[],'.repeat(2_000_000)}0]}`),
  whole('apps', '200,000 records', {
    data: Array.from({length: 200_000}, (_, id) => ({type: 'apps', id: String(id)})),
  }),
  ...members('apps', 'data[0]', [null, 'x', {type: 'apps'}]),
  ...members('apps', 'data[0].id', [null, 5, '', '..', '../versions/1', '%2e%2e']),
  ...members('apps', 'data[0].type', [null]),
  ...members('apps', 'data[0].attributes', ['x', []]),
  ...members('apps', 'data[0].attributes.bundleId', [5]),
  ...members('apps', 'links', [[]]),
  ...members('apps', 'links.next', [5, 'http://[']),
  ...members('versions', 'data[0].attributes.versionString', [1]),
  ...members('versions', 'data[0].attributes.appVersionState', [[]]),
  ...members('localizations', 'data[0].attributes.locale', [{}]),
  ...members('localizations', 'data[0].relationships', [[]]),
  ...members('localizations', 'data[0].relationships.appScreenshotSets', ['x']),
  ...members('localizations', 'data[0].relationships.appScreenshotSets.data', [5, [null]]),
  ...members('localizations', 'data[0].relationships.appScreenshotSets.meta', [[]]),
  ...members('localizations', 'data[0].relationships.appScreenshotSets.meta.paging.total', ['9']),
  ...members('localizations', 'included', [{}, [null]]),
  ...members('set-list', 'data[0].attributes.screenshotDisplayType', [[]]),
  ...members('set-list', 'included[0].attributes.fileName', [5]),
  ...members('set-list', 'included[0].attributes.fileSize', ['12', -1]),
  ...members('set-list', 'included[0].attributes.sourceFileChecksum', [{}]),
  ...members('set-list', 'included[0].attributes.assetDeliveryState', ['COMPLETE']),
  ...members('set-list', 'included[0].attributes.assetDeliveryState.state', [5]),
  ...members('set-list', 'included[0].attributes.assetDeliveryState.errors', [{}, [null]]),
]

/** Some of these the run gets over; the others it cannot read, or cannot follow. */
export const DOUBTFUL: readonly OddAnswer[] = [
  ...members('reserve', 'data', [null, []]),
  ...members('reserve', 'data.id', ['../1']),
  ...members('reserve', 'data.type', ['appPreviews']),
  ...members('reserve', 'data.attributes', [null]),
  ...members('reserve', 'data.attributes.uploadOperations', ['x', [null]]),
  ...members('reserve', 'data.attributes.uploadOperations[0].requestHeaders', [{}]),
  ...members('reserve', 'data.attributes.uploadOperations[0].requestHeaders[0].name', ['a b']),
  ...members('reserve', 'data.attributes.uploadOperations[0].requestHeaders[0].value', ['a\nb']),
  ...members('reserve', 'data.attributes.uploadOperations[0].length', ['12', 0.5]),
  ...members('reserve', 'data.attributes.uploadOperations[0].offset', [0.5]),
  ...members('commit', 'data', [null]),
  ...members('commit', 'data.id', ['another']),
  ...wholes('commit', ['', 'x']),
  ...wholes('delete', ['x']),
]

/** These say no less than Apple's own answers, which are full of nulls. */
export const HARMLESS: readonly OddAnswer[] = [
  ...members('apps', 'links', [null]),
  ...members('apps', 'included', [null]),
  ...members('localizations', 'data[0].relationships.appPreviewSets', [null]),
  ...members('localizations', 'data[0].relationships.appScreenshotSets.meta', [null]),
  ...members('set-list', 'included', [null]),
  ...members('set-list', 'included[0].attributes.imageAsset', ['x']),
  ...members('set-list', 'included[0].attributes.imageAsset.width', ['"><script>']),
  ...members('set-list', 'included[0].attributes.assetDeliveryState.errors', [null]),
  ...members('set-list', 'included[0].attributes.unheardOf', [{}]),
]

function whole(of: RouteClass, title: string, answer: unknown): OddAnswer {
  return {title: `${of}: ${title}`, of, change: () => answer}
}

function wholes(of: RouteClass, answers: readonly unknown[]): readonly OddAnswer[] {
  return answers.map((answer) => whole(of, JSON.stringify(answer), answer))
}

/** @param place - Such as `data[0].id`; what leads there is made where it is missing. */
function members(of: RouteClass, place: string, values: readonly unknown[]): readonly OddAnswer[] {
  const path = place.split(/[.[\]]+/u).filter((name) => name !== '')
  return values.map((value) => ({
    title: `${of}: ${place} = ${JSON.stringify(value)}`,
    of,
    change: (answer) => {
      const changed = structuredClone(answer)
      set(changed, path, value)
      return changed
    },
  }))
}

function set(parent: unknown, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (typeof parent !== 'object' || parent === null) throw new Error(`There is no ${name}.`)
  if (rest.length === 0) {
    Reflect.set(parent, name, value)
    return
  }
  const there: unknown = Reflect.get(parent, name)
  const next = typeof there === 'object' && there !== null ? there : {}
  Reflect.set(parent, name, next)
  set(next, rest, value)
}
