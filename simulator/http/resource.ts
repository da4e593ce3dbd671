import type {ResourceType} from '../store/records.ts'

interface Relationship {
  readonly type: ResourceType
  readonly many?: true
  /** The relationship of the others that leads back here; missing where the record itself says what it is linked to. */
  readonly inverse?: string
}

/** Members of a resource. */
export interface Resource {
  readonly attributes: readonly string[]
  readonly relationships: Readonly<Record<string, Relationship>>
}

/** The words of a text. */
export function words(text: string): readonly string[] {
  return text.split(' ')
}
