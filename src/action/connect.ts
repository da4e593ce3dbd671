import {createClient} from '../connect/client.ts'
import {createPace} from '../connect/pace.ts'
import type {Pace} from '../connect/pace.ts'
import {createTokens} from '../connect/token.ts'
import {createUploader} from '../connect/upload-part.ts'
import {openStore} from '../remote/store.ts'
import type {Store} from '../remote/store.ts'
import {requireApp, requireKey} from './credentials.ts'
import type {Inputs} from './inputs.ts'
import type {Progress} from './progress.ts'

/** Enough files between reservation and commit to keep both the API and the upload hosts busy. */
const FILES_AHEAD = 10

/**
 * Opens App Store Connect with the key of the inputs. No request is sent yet.
 *
 * @throws {InputError | PrivateKeyError} if the inputs do not hold a key or do not name an app.
 */
export async function connect(
  inputs: Inputs,
  signal: AbortSignal,
  {tell, sent}: Progress,
): Promise<{readonly store: Store; readonly pace: Pace}> {
  const {apiUrl, concurrency, platform, version, createVersion, workspace} = inputs
  const app = requireApp(inputs.app)
  const tokens = createTokens(await requireKey(inputs.key))
  const pace = createPace(tell, signal)
  const store = openStore({
    client: createClient({apiUrl, tokens, pace, signal}),
    upload: createUploader({concurrency, signal, onBytes: sent}),
    app,
    wish: {platform, versionString: version, create: createVersion},
    workspace,
    filesInFlight: concurrency + FILES_AHEAD,
    startedAt: performance.timeOrigin,
    signal,
    tell,
  })
  return {store, pace}
}
