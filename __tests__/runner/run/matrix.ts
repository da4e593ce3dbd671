/** The values of one job of a matrix. */
export type Combination = Readonly<Record<string, unknown>>

/**
 * The jobs of a `strategy.matrix`, by the rules of "Workflow syntax for GitHub Actions", `jobs.<job_id>.strategy.matrix`.
 *
 * @param matrix - Evaluated.
 * @throws if there are none, which GitHub refuses too.
 */
export function combinationsOf(matrix: unknown): readonly Combination[] {
  if (!isObject(matrix)) throw new Error(`This is no matrix: ${JSON.stringify(matrix)}`)
  const {include = [], exclude = [], ...vectors} = matrix
  const excluded = combinationsIn(exclude)
  const crossed = cross(vectors).filter(
    (combination) => !excluded.some((each) => agree(combination, each, Object.keys(each))),
  )
  const own = Object.keys(vectors)
  const {original, added} = combinationsIn(include).reduce<Expanded>(
    (before, more) => {
      const fits = (each: Combination) => agree(each, more, own)
      if (!before.original.some(fits)) return {...before, added: [...before.added, more]}
      const widened = before.original.map((each) => (fits(each) ? {...each, ...more} : each))
      return {...before, original: widened}
    },
    {original: crossed, added: []},
  )
  if (original.length + added.length === 0) throw new Error('The matrix has no jobs.')
  return [...original, ...added]
}

/** What `include` may add values to, and the combinations that it adds. */
interface Expanded {
  readonly original: readonly Combination[]
  readonly added: readonly Combination[]
}

function cross(vectors: Readonly<Record<string, unknown>>): readonly Combination[] {
  const entries = Object.entries(vectors)
  if (entries.length === 0) return []
  return entries.reduce<readonly Combination[]>(
    (found, [key, values]) => {
      if (!Array.isArray(values)) throw new Error(`The matrix has no list under ${key}.`)
      return found.flatMap((each) => values.map((value: unknown) => ({...each, [key]: value})))
    },
    [{}],
  )
}

/** Whether two combinations have the same value under each of these keys that the second one has. */
function agree(one: Combination, other: Combination, keys: readonly string[]): boolean {
  return keys.every(
    (key) => !(key in other) || JSON.stringify(one[key]) === JSON.stringify(other[key]),
  )
}

function combinationsIn(value: unknown): readonly Combination[] {
  if (Array.isArray(value) && value.every(isObject)) return value
  throw new Error(`The matrix has no list of combinations: ${JSON.stringify(value)}`)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
