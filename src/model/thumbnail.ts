/** A small picture of a local file, to be shown in a report. */
export interface Thumbnail {
  /** A `data:` address of a PNG or JPEG; null where there is none to show. */
  readonly source: string | null
  /** Size of the file's own picture in pixels, not of the thumbnail. */
  readonly width: number
  readonly height: number
}

/** By the file's path, relative to the workspace. */
export type Thumbnails = ReadonlyMap<string, Thumbnail>
