import type {AppStoreVersionLocalizationUpdateRequest} from '@rage-against-the-pixel/app-store-connect-api'

import type {Client} from '../../connect/client.ts'
import {performAtOnce} from '../../core/section.ts'
import type {Performer, Work} from '../../core/section.ts'
import type {Localization} from '../../core/target.ts'
import type {TextDetail} from './detail.ts'
import type {WantedTexts} from './wanted-texts.ts'

/** Sends all texts of a locale in one request with the first of its steps. The other steps share its result. */
export function performTexts(
  client: Client,
  {steps, idOf}: Pick<Work<WantedTexts, readonly Localization[], TextDetail>, 'steps' | 'idOf'>,
): Performer<TextDetail> {
  const byLocale = Map.groupBy(steps, ({detail}) => detail.locale)
  const send = async (locale: string): Promise<string> => {
    const own = byLocale.get(locale) ?? []
    const [first] = own
    if (first === undefined || first.resource === null) throw new Error(`${locale} has no steps.`)
    const id = idOf(first.resource)
    const body = {
      data: {
        type: 'appStoreVersionLocalizations',
        id,
        attributes: Object.fromEntries(own.map(({detail}) => [detail.attribute, detail.text])),
      },
    } satisfies AppStoreVersionLocalizationUpdateRequest
    await client.patch(`/v1/appStoreVersionLocalizations/${id}`, body)
    return id
  }
  const sent = new Map<string, Promise<string>>()
  return performAtOnce(({detail: {locale}}) => {
    const sending = sent.get(locale) ?? send(locale)
    sent.set(locale, sending)
    return sending
  })
}
