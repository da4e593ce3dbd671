import {performAtOnce} from '../core/section.ts'
import type {Performer, Work} from '../core/section.ts'
import type {Step} from '../core/step.ts'
import type {FieldDetail} from './detail.ts'
import type {Field, FieldValues} from './field.ts'
import {sendTogether} from './send-together.ts'
import type {SentTogether} from './send-together.ts'

/** What is sent in one request. */
export interface SentFields {
  readonly group: string
  /** Apple's id of the resource. */
  readonly id: string
  /** By Apple's name. */
  readonly values: FieldValues
}

export interface FieldWork extends Pick<Work<never, never, FieldDetail>, 'steps' | 'idOf'> {
  /** Everything that the section declares: a step has no secret value. */
  readonly fields: readonly Field[]
  readonly send: (sent: SentFields) => Promise<void>
}

/**
 * Sends the fields of a group with the first of its steps. The other steps share its result; what Apple refuses alone
 * fails alone.
 */
export function performFields({steps, fields, idOf, send}: FieldWork): Performer<FieldDetail> {
  const groups = Map.groupBy(steps, ({detail}) => detail.group)
  const declared = new Map(fields.map(({name, value}) => [name, value]))
  const sending = new Map<string, Promise<SentTogether<void>>>()

  const sendGroup = (group: string, id: string) => {
    const names = (groups.get(group) ?? []).map(({detail}) => detail.name)
    const all = Object.fromEntries(names.map((name) => [name, declared.get(name) ?? null]))
    return sendTogether(all, (values) => send({group, id, values}))
  }
  return performAtOnce(async ({id: step, resource, detail: {group, name}}: Step<FieldDetail>) => {
    if (resource === null) throw new Error(`${step} has no resource.`)
    const id = idOf(resource)
    const sent = sending.get(group) ?? sendGroup(group, id)
    sending.set(group, sent)
    const fault = (await sent).refused.get(name)
    if (fault !== undefined) throw fault
    return id
  })
}
