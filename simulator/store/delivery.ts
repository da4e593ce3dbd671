import type {DeliveryState, Upload} from './records.ts'
import type {Settings} from '../options.ts'

/** The state of an asset now: `assetDeliveryState` of a screenshot, `videoDeliveryState` of a preview. */
export function deliveryState(
  asset: Upload & {readonly medium?: string},
  settings: Settings,
): DeliveryState {
  if (asset.committedAt === null) return 'AWAITING_UPLOAD'
  const time = settings.now()
  if (asset.outcome !== null && time >= asset.outcome.at) return asset.outcome.state
  // Only videos have the state PROCESSING (schema AppMediaVideoState).
  const half = asset.committedAt + settings.processingMilliseconds / 2
  return asset.medium === 'preview' && time >= half ? 'PROCESSING' : 'UPLOAD_COMPLETE'
}

/** What reads give as `sourceFileChecksum`: in live bodies it may come later than COMPLETE. */
export function visibleChecksum(asset: Upload, settings: Settings): string | null {
  if (asset.committedAt === null) return null
  if (settings.checksumLagMilliseconds === 0) return asset.checksum
  const {outcome} = asset
  const visible =
    outcome !== null && settings.now() >= outcome.at + settings.checksumLagMilliseconds
  return visible ? asset.checksum : null
}
