/** A part of a file, and the request that takes it. */
export interface UploadOperation {
  readonly method: string
  readonly url: string
  readonly offset: number
  readonly length: number
  readonly requestHeaders: readonly {readonly name: string; readonly value: string}[]
}

/** A resource of App Store Connect, with the attributes that the clients read. */
export interface Resource {
  readonly id: string
  readonly type: string
  readonly attributes: {
    readonly locale?: string
    readonly screenshotDisplayType?: string
    readonly previewType?: string
    readonly sourceFileChecksum?: string | null
    readonly uploadOperations?: readonly UploadOperation[] | null
    readonly assetDeliveryState?: {readonly state?: string}
    readonly videoDeliveryState?: {readonly state?: string}
  }
  readonly relationships?: Readonly<
    Record<string, {readonly data?: readonly {readonly id: string}[]}>
  >
}

export interface One {
  readonly data: Resource
}

export interface Many {
  readonly data: readonly Resource[]
  readonly included?: readonly Resource[]
}
