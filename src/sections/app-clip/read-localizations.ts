import type {AppClipDefaultExperienceLocalization} from '@rage-against-the-pixel/app-store-connect-api'

import {UPLOAD_RESOURCES} from '../../apple/upload-resources.ts'
import {readStoredImage} from '../../clips/stored-image.ts'
import type {Client} from '../../connect/client.ts'
import type {AttributesOf} from '../../connect/document.ts'
import {indexIncluded, oneIncluded} from '../../connect/inclusion.ts'
import {getAll} from '../../connect/pages.ts'
import type {FileAttributes} from '../../transfer/asset.ts'
import type {StoredFile} from '../../transfer/stored-file.ts'
import {CARDS} from './requests.ts'

/** A card in one locale, in App Store Connect. */
export interface StoredLocale {
  /** Apple's id. */
  readonly id: string
  /** Apple's code. */
  readonly locale: string
  /** Null if it has none. */
  readonly subtitle: string | null
  /** Null if it has none. */
  readonly header: StoredFile | null
}

type Attributes = AttributesOf<AppClipDefaultExperienceLocalization>

const RESOURCE = UPLOAD_RESOURCES.clipHeader
const FIELDS = {[`fields[${RESOURCE.type}]`]: RESOURCE.fields}

/**
 * Reads a card in some of its locales, with their images: one request, unless Apple's answer is incomplete.
 *
 * @param cardId - Apple's id of the card.
 * @param isWanted - Whether to read a locale, by Apple's code.
 */
export async function readLocalizations(
  client: Client,
  cardId: string,
  isWanted: (locale: string) => boolean,
): Promise<readonly StoredLocale[]> {
  const {data, included} = await getAll<Attributes>(
    client,
    `/v1/${CARDS}/${cardId}/appClipDefaultExperienceLocalizations`,
    {
      include: 'appClipHeaderImage',
      'fields[appClipDefaultExperienceLocalizations]': ['locale', 'subtitle', 'appClipHeaderImage'],
      ...FIELDS,
      limit: 200,
    },
  )
  const index = indexIncluded(included)
  const wanted = data.filter(({attributes}) => isWanted(attributes?.locale ?? ''))
  return Promise.all(
    wanted.map(async (localization) => {
      const image = oneIncluded(localization, 'appClipHeaderImage', index)
      return {
        id: localization.id,
        locale: localization.attributes?.locale ?? '',
        subtitle: localization.attributes?.subtitle ?? null,
        header:
          image === undefined
            ? await readHeader(client, localization.id)
            : readStoredImage(RESOURCE, image),
      }
    }),
  )
}

/** Reads the image of a card in one locale. */
export async function readHeader(
  client: Client,
  localizationId: string,
): Promise<StoredFile | null> {
  const {data} = await client.related<FileAttributes>(
    `/v1/appClipDefaultExperienceLocalizations/${localizationId}/appClipHeaderImage`,
    FIELDS,
  )
  return readStoredImage(RESOURCE, data)
}
