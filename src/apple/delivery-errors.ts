/** What to do about each code with which App Store Connect rejects a processed file, as seen in the field. */
const REMEDIES: Readonly<Record<string, string>> = {
  IMAGE_INCORRECT_DIMENSIONS: 'Export the image in one of the pixel sizes of its display type.',
  IMAGE_BAD_ASPECT_RATIO: 'Export the image in one of the pixel sizes of its display type.',
  IMAGE_BAD_DIMENSION_SM_LESS_MIN:
    'Export the image in one of the pixel sizes of its display type.',
  IMAGE_ALPHA_NOT_ALLOWED:
    'Save the image without an alpha channel, for example with "magick in.png -background white -alpha remove -alpha off out.png".',
  MOV_RESAVE_FORMAT: 'Export the video again as H.264 (.mp4, .m4v, .mov) or ProRes 422 HQ (.mov).',
  MOV_RESAVE_STEREO: 'Export the video again with a stereo audio track; a silent one will do.',
  MOV_RESAVE_LONGER: 'Make the video at least 15 seconds long.',
  MOV_RESAVE_TRIM: 'Make the video at most 30 seconds long.',
}

/** What a person can do about a rejected file. */
export function remedyFor(code: string): string {
  return (
    REMEDIES[code] ??
    'Open the file, export it again with the specifications of its display type, and run again.'
  )
}
