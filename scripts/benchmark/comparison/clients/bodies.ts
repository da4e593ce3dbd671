/** Apple's names of what a folder holds. */
export const FAMILIES = {
  screenshots: {
    assets: 'appScreenshots',
    set: 'appScreenshotSet',
    sets: 'appScreenshotSets',
    type: 'screenshotDisplayType',
  },
  previews: {
    assets: 'appPreviews',
    set: 'appPreviewSet',
    sets: 'appPreviewSets',
    type: 'previewType',
  },
} as const

export type FamilyName = keyof typeof FAMILIES
export type Family = (typeof FAMILIES)[FamilyName]

/** Body of POST /v1/appStoreVersionLocalizations. */
export function newLocalization(versionId: string, locale: string): object {
  return {
    data: {
      type: 'appStoreVersionLocalizations',
      attributes: {locale},
      relationships: {appStoreVersion: {data: {type: 'appStoreVersions', id: versionId}}},
    },
  }
}

/** Body of POST /v1/appScreenshotSets or /v1/appPreviewSets. */
export function newSet(family: Family, localizationId: string, type: string): object {
  return {
    data: {
      type: family.sets,
      attributes: {[family.type]: type},
      relationships: {
        appStoreVersionLocalization: {
          data: {type: 'appStoreVersionLocalizations', id: localizationId},
        },
      },
    },
  }
}

/** Body of POST /v1/appScreenshots or /v1/appPreviews. */
export function reservation(
  family: Family,
  setId: string,
  {fileName, fileSize}: {readonly fileName: string; readonly fileSize: number},
): object {
  return {
    data: {
      type: family.assets,
      attributes: {fileName, fileSize},
      relationships: {[family.set]: {data: {type: family.sets, id: setId}}},
    },
  }
}

/** Body of PATCH of a screenshot or preview whose parts have all been sent. */
export function commit(family: Family, id: string, md5: string): object {
  return {
    data: {type: family.assets, id, attributes: {uploaded: true, sourceFileChecksum: md5}},
  }
}
