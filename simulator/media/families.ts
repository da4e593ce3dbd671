import type {Medium, ResourceType} from '../store/records.ts'
import {previewTypes, screenshotDisplayTypes} from './specifications.ts'

/** How one medium is named in App Store Connect's API. */
export interface Family {
  readonly medium: Medium
  readonly assets: ResourceType
  readonly sets: ResourceType
  readonly setRelationship: string
  readonly typeAttribute: string
  /** What sets can be made of, and filtered by. */
  readonly types: readonly string[]
  /** Apple's help: 1 to 10 screenshots, up to 3 previews in a set. */
  readonly maximum: number
  readonly noun: string
  readonly extensions: readonly string[]
}

export const families: Readonly<Record<Medium, Family>> = {
  screenshot: {
    medium: 'screenshot',
    assets: 'appScreenshots',
    sets: 'appScreenshotSets',
    setRelationship: 'appScreenshotSet',
    typeAttribute: 'screenshotDisplayType',
    types: screenshotDisplayTypes,
    maximum: 10,
    noun: 'Screenshot',
    extensions: ['.png', '.jpg', '.jpeg'],
  },
  preview: {
    medium: 'preview',
    assets: 'appPreviews',
    sets: 'appPreviewSets',
    setRelationship: 'appPreviewSet',
    typeAttribute: 'previewType',
    types: previewTypes,
    maximum: 3,
    noun: 'Preview',
    extensions: ['.mp4', '.m4v', '.mov'],
  },
}

/** The family that a set or asset resource belongs to. */
export function familyOf(type: string): Family {
  return type.startsWith('appPreview') ? families.preview : families.screenshot
}
