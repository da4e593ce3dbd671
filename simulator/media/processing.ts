import {judgeImage} from './image-judge.ts'
import type {Asset, Outcome} from '../store/records.ts'
import {specificationOf} from './specifications.ts'
import {setOf} from '../store/store.ts'
import {rejected} from './verdict.ts'
import type {Verdict} from './verdict.ts'
import {judgeVideo} from './video-judge.ts'
import type {World} from '../store/world.ts'

/** Starts what App Store Connect does after a commit; the outcome shows after the processing time. */
export function startProcessing(world: World, asset: Asset): void {
  const job = process(world, asset).finally(() => world.jobs.delete(job))
  world.jobs.add(job)
}

async function process(world: World, asset: Asset): Promise<void> {
  try {
    const {type} = setOf(world.store, asset.setId, asset.medium)
    const fault = world.faults.processingOf(asset.fileName)
    const verdict = await judge(world, asset, type, fault)
    if (verdict !== null) asset.outcome = shownLater(world, asset, verdict, fault)
    await asset.vessel.settle()
  } catch (error) {
    world.violations.push(`The simulator failed to process ${asset.fileName}: ${String(error)}`)
  }
}

type Fault = ReturnType<World['faults']['processingOf']>

async function judge(
  world: World,
  asset: Asset,
  type: string,
  fault: Fault,
): Promise<Verdict | null> {
  asset.md5 = await asset.vessel.md5()
  if (fault === 'never' || world.settings.processing === 'never') return null
  if (fault !== null && !('tookMilliseconds' in fault)) return {state: 'FAILED', errors: fault}
  // Apple's page on uploading assets: the checksum of the received file must match the one of the commit.
  if (asset.checksum !== null && asset.checksum !== asset.md5) {
    return rejected('ASSET_CHECKSUM_MISMATCH')
  }
  const specification = specificationOf(type)
  if (world.settings.processing === 'accept') {
    const sizes = asset.medium === 'preview' ? specification.videos : specification.images
    const [width = 0, height = 0] = (sizes[0] ?? '').split('x').map(Number)
    return {state: 'COMPLETE', width, height, duration: null}
  }
  return asset.medium === 'preview'
    ? judgeVideo(asset.vessel, specification.videos)
    : judgeImage(asset.vessel, specification, world.settings.opaqueAlpha)
}

function shownLater(world: World, asset: Asset, verdict: Verdict, fault: Fault): Outcome {
  const {now, processingMilliseconds} = world.settings
  const committedAt = asset.committedAt ?? now()
  const took =
    typeof fault === 'object' && fault !== null && 'tookMilliseconds' in fault
      ? fault.tookMilliseconds
      : processingMilliseconds
  return {...verdict, at: Math.max(committedAt + took, now())}
}
