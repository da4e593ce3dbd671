/**
 * App Store Connect, for what is only done in a run that uses it.
 *
 * @param store - Null if the run does not use App Store Connect.
 * @throws {Error} in such a run, which is a bug.
 */
export function requireStore<Store>(store: Store | null): Store {
  if (store === null) throw new Error('This run does not use App Store Connect.')
  return store
}
