/** What a person can do about a rejected file. */
export interface Remedy {
  readonly next: string
  /** A shell command that fixes such files when their paths are appended. */
  readonly command?: string
}

/** As a shell command, to which the paths of the images are appended. */
export const REMOVE_ALPHA = 'magick mogrify -background white -alpha remove -alpha off'

const WRONG_SIZE = {next: 'Export the image in one of the pixel sizes of its display type.'}

/** What to do about each code with which App Store Connect rejects a processed file, as seen in practice. */
const REMEDIES: Readonly<Record<string, Remedy>> = {
  IMAGE_INCORRECT_DIMENSIONS: WRONG_SIZE,
  IMAGE_BAD_ASPECT_RATIO: WRONG_SIZE,
  IMAGE_BAD_DIMENSION_SM_LESS_MIN: WRONG_SIZE,
  IMAGE_ALPHA_NOT_ALLOWED: {
    next: 'Save the image without an alpha channel.',
    command: REMOVE_ALPHA,
  },
  MOV_RESAVE_FORMAT: {
    next: 'Export the video again as H.264 (.mp4, .m4v, .mov) or ProRes 422 HQ (.mov).',
  },
  MOV_RESAVE_STEREO: {
    next: 'Export the video again with a stereo audio track; a silent one will do.',
  },
  MOV_RESAVE_LONGER: {next: 'Make the video at least 15 seconds long.'},
  MOV_RESAVE_TRIM: {next: 'Make the video at most 30 seconds long.'},
}

const UNKNOWN = {
  next: 'Export the file again as Apple wants it, and run the job again.',
}

/** @param code - Apple's. */
export function remedyFor(code: string): Remedy {
  return REMEDIES[code] ?? UNKNOWN
}
