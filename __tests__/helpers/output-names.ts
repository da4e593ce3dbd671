/** Every output of the action, in alphabetical order. */
export const OUTPUT_NAMES: readonly string[] = [
  'changed',
  'deleted',
  'failed',
  'has-changes',
  'matrix',
  'plan-path',
  'reordered',
  'report-path',
  'unchanged',
  'uploaded',
  'version-id',
]
