/** Every output of the action, in alphabetical order. */
export const OUTPUT_NAMES: readonly string[] = [
  'changed',
  'deleted',
  'failed',
  'has-changes',
  'matrix',
  'plan-path',
  'ready',
  'reordered',
  'report-path',
  'submission-id',
  'submission-state',
  'unchanged',
  'uploaded',
  'version-id',
]
