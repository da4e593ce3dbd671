import {judgeImage} from './image-judge.ts'
import type {Asset, Outcome, Upload} from '../store/records.ts'
import {specificationOf} from './specifications.ts'
import {setOf} from '../store/store.ts'
import {rejected} from './verdict.ts'
import type {Verdict} from './verdict.ts'
import {judgeVideo} from './video-judge.ts'
import type {World} from '../store/world.ts'

/** Starts what App Store Connect does after the commit of a screenshot or preview. */
export function startProcessing(world: World, asset: Asset): void {
  processUpload(world, asset, async () => {
    const {type} = setOf(world.store, asset.setId, asset.medium)
    const {videos, images, alpha} = specificationOf(type)
    if (world.settings.processing === 'accept') {
      const [size = ''] = asset.medium === 'preview' ? videos : images
      const [width = 0, height = 0] = size.split('x').map(Number)
      return {state: 'COMPLETE', width, height, duration: null}
    }
    return asset.medium === 'preview'
      ? judgeVideo(asset.vessel, videos)
      : judgeImage(asset.vessel, {images, alpha}, world.settings.opaqueAlpha)
  })
}

/**
 * Starts what App Store Connect does after a commit; the outcome shows after the processing time.
 *
 * @param judge - Looks at the bytes, which have arrived as they were sent.
 */
export function processUpload(world: World, upload: Upload, judge: () => Promise<Verdict>): void {
  const job = process(world, upload, judge).finally(() => world.jobs.delete(job))
  world.jobs.add(job)
}

async function process(world: World, upload: Upload, judge: () => Promise<Verdict>): Promise<void> {
  try {
    const fault = world.faults.processingOf(upload.fileName)
    upload.md5 = await upload.vessel.md5()
    const verdict = await verdictOn(world, upload, judge, fault)
    if (verdict !== null) upload.outcome = shownLater(world, upload, verdict, fault)
    await upload.vessel.settle()
  } catch (error) {
    world.violations.push(`The simulator failed to process ${upload.fileName}: ${String(error)}`)
  }
}

type Fault = ReturnType<World['faults']['processingOf']>

async function verdictOn(
  world: World,
  upload: Upload,
  judge: () => Promise<Verdict>,
  fault: Fault,
): Promise<Verdict | null> {
  if (fault === 'never' || world.settings.processing === 'never') return null
  if (fault !== null && !('tookMilliseconds' in fault)) return {state: 'FAILED', errors: fault}
  // Apple's page on uploading assets: the checksum of the received file must match the one of the commit.
  const {checksum, algorithm, vessel, md5} = upload
  const received = algorithm === 'MD5' ? md5 : await vessel.sha256()
  const differs = checksum !== null && received !== null && checksum !== received
  return differs ? rejected('ASSET_CHECKSUM_MISMATCH') : judge()
}

function shownLater(world: World, upload: Upload, verdict: Verdict, fault: Fault): Outcome {
  const {now, processingMilliseconds} = world.settings
  const committedAt = upload.committedAt ?? now()
  const took =
    typeof fault === 'object' && fault !== null && 'tookMilliseconds' in fault
      ? fault.tookMilliseconds
      : processingMilliseconds
  return {...verdict, at: Math.max(committedAt + took, now())}
}
