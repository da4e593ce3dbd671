/** What an item of a review submission can be about, as far as the action submits it: relationships and their types. */
export const CONTENTS = {
  appStoreVersion: 'appStoreVersions',
  backgroundAssetVersion: 'backgroundAssetVersions',
} as const
export type Content = keyof typeof CONTENTS

export const CONTENT_NAMES = [
  'appStoreVersion',
  'backgroundAssetVersion',
] as const satisfies readonly Content[]

export function isContent(name: string): name is Content {
  return name in CONTENTS
}
