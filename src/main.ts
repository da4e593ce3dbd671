import {listenForCancellation} from './action/cancellation.ts'
import {connect} from './action/connect.ts'
import {messageOf} from './action/error-message.ts'
import {findFiles} from './action/find-files.ts'
import {readInputs} from './action/inputs.ts'
import type {Inputs} from './action/inputs.ts'
import {describeListing, describeTarget} from './action/describe.ts'
import {createLog} from './action/log.ts'
import {createProgress} from './action/progress.ts'
import {publish} from './action/publish.ts'
import {createRedact} from './action/redact.ts'
import {synchronise} from './apply/synchronise.ts'
import {readFolders} from './local/read-folders.ts'
import {isError} from './model/problem.ts'
import {NOT_BEGUN} from './model/run.ts'

/** One run: read the folder and, beside it, the store; plan the difference; carry it out; tell what happened. */
async function main(): Promise<void> {
  const redact = createRedact(process.env['INPUT_API-PRIVATE-KEY'] ?? '')
  const log = createLog(redact)
  const progress = createProgress(log)
  const cancellation = listenForCancellation()
  let run = NOT_BEGUN
  try {
    const inputs = readInputs()
    const {mode, platform, processingTimeout, prune} = inputs
    run = {...run, mode, waits: processingTimeout > 0}

    const connection =
      mode === 'validate' ? null : await connect(inputs, cancellation.signal, progress)
    const finding = connection?.store.findTarget()
    finding?.catch(
      () => 'told below, where it is awaited, unless the folder has problems of its own',
    )
    run = {...run, ...(await readFolder(inputs))}
    log.line(describeListing(run.listing))

    if (connection !== null && finding !== undefined && !run.problems.some(isError)) {
      const target = await finding
      log.line(describeTarget(target))
      const outcome = await synchronise(target, {
        store: connection.store,
        desired: run.listing,
        policy: {
          platform,
          prune,
          waits: run.waits,
          createVersion: inputs.createVersion ? inputs.version : null,
        },
        apply: mode === 'sync',
        processingTimeout,
        signal: cancellation.signal,
        watcher: progress,
        expect: connection.pace.expect,
      })
      run = {...run, ...outcome}
    }
  } catch (error) {
    run = {...run, failure: messageOf(error)}
  } finally {
    cancellation.abort()
    progress.stop()
  }
  await publish(run, log, redact)
}

async function readFolder({workspace, platform, locales, screenshots, previews}: Inputs) {
  const [images, videos] = await Promise.all([
    findFiles(screenshots.path, workspace),
    findFiles(previews.path, workspace),
  ])
  return readFolders({
    workspace,
    platform,
    locales,
    screenshots: {...screenshots, found: images},
    previews: {...previews, found: videos},
  })
}

await main()
