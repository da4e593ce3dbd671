import {performAtOnce} from '../../core/section.ts'
import type {Performer, Work} from '../../core/section.ts'
import {sendTogether} from '../../fields/send-together.ts'
import type {SentTogether, Values} from '../../fields/send-together.ts'
import type {TextField} from '../../metadata/text-fields.ts'
import type {TextDetail} from './detail.ts'
import type {HaveTexts, TextsStore} from './have-texts.ts'
import {createInfo, patchTexts} from './requests.ts'
import type {WantedTexts} from './wanted-texts.ts'

type Texts = Values<string>
/** Texts of a localization, whose id is the answer. */
type SentTexts = SentTogether<string>
type TextsWork = Work<WantedTexts, HaveTexts, TextDetail>

/**
 * Sends the texts of a locale with the first of their steps: those of the version in one request, and those of the app
 * info in another, which also creates what is missing. Each step fails for its own text only.
 */
export function performTexts(
  {client, signal}: Pick<TextsStore, 'client' | 'signal'>,
  {wanted, have, steps, idOf}: Pick<TextsWork, 'wanted' | 'have' | 'steps' | 'idOf'>,
): Performer<TextDetail> {
  const find = finderOf(wanted)
  const groups = Map.groupBy(
    steps.flatMap(({detail}) =>
      detail.kind === 'text' ? find(detail.locale, detail.attribute) : [],
    ),
    ({locale, field}) => groupOf(field.owner, locale),
  )
  const textsIn = (group: string): Texts =>
    Object.fromEntries(
      (groups.get(group) ?? []).map(({field, value}) => [field.attribute, value] as const),
    )

  const create = (locale: string, name: string | null): Promise<SentTexts> => {
    const {info} = have
    if (info === null) throw new Error('There is no app info to add a locale to.')
    const texts: Texts = {
      ...(name === null ? {} : {name}),
      ...textsIn(groupOf('app info', locale)),
    }
    const send = (left: Texts) =>
      createInfo(client, {info, locale, texts: {...left, name: left['name'] ?? ''}, signal})
    return sendTogether(texts, send, ['name'])
  }
  const change = (owner: TextField['owner'], locale: string, id: string): Promise<SentTexts> =>
    sendTogether(textsIn(groupOf(owner, locale)), async (texts) => {
      await patchTexts(client, owner, {id, texts})
      return id
    })

  const sent = new Map<string, Promise<SentTexts>>()
  const once = (group: string, send: () => Promise<SentTexts>): Promise<SentTexts> => {
    const sending = sent.get(group) ?? send()
    sent.set(group, sending)
    return sending
  }
  return performAtOnce(async ({id: stepId, detail, resource}) => {
    const {locale} = detail
    if (detail.kind === 'app info') {
      const {answer} = await once(groupOf('app info', locale), () => create(locale, detail.name))
      return answer
    }
    const [text] = find(locale, detail.attribute)
    if (text === undefined || resource === null) throw new Error(`${stepId} has nothing to send.`)
    const {owner} = text.field
    const {answer, refused} = await once(groupOf(owner, locale), () =>
      change(owner, locale, idOf(resource)),
    )
    const fault = refused.get(detail.attribute)
    if (fault !== undefined) throw fault
    return answer
  })
}

/** What is sent together. */
function groupOf(owner: TextField['owner'], locale: string): string {
  return `${owner} ${locale}`
}

/** Finds a declared text: what a step carries of it may be hidden. */
function finderOf(wanted: WantedTexts) {
  const byLocale = new Map(wanted.map(({locale, texts}) => [locale, texts]))
  return (locale: string, attribute: string) =>
    (byLocale.get(locale) ?? [])
      .filter(({field}) => field.attribute === attribute)
      .map((text) => ({locale, ...text}))
}
