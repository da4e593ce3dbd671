/**
 * What a value from outside has to look like.
 *
 * @returns null for a value of this form, else the path to the first place that is not, such as `[2].id`; empty for
 * the value itself. Names that come from outside are not part of it.
 */
export type Form = (value: unknown) => string | null

export const text: Form = (value) => (typeof value === 'string' ? null : '')

/** A number of things or bytes. */
export const count: Form = (value) =>
  Number.isSafeInteger(value) && Number(value) >= 0 ? null : ''

/** A value that may be null, or missing. */
export function optional(form: Form): Form {
  return (value) => (value === null || value === undefined ? null : form(value))
}

export function listOf(item: Form): Form {
  return (value) => {
    if (!Array.isArray(value)) return ''
    for (const [index, each] of value.entries()) {
      const wrong = item(each)
      if (wrong !== null) return `[${index}]${wrong}`
    }
    return null
  }
}

/** An object with these members; it may have others. */
export function objectWith(members: Readonly<Record<string, Form>>): Form {
  const forms = Object.entries(members)
  return (value) => {
    if (!isObject(value)) return ''
    for (const [name, form] of forms) {
      const wrong = form(Reflect.get(value, name))
      if (wrong !== null) return `.${name}${wrong}`
    }
    return null
  }
}

/** An object whose members all have one form, whatever their names. */
export function mapOf(member: Form): Form {
  return (value) => {
    if (!isObject(value)) return ''
    const wrong = Object.values(value).map(member)
    return wrong.find((each) => each !== null) ?? null
  }
}

/** A list or a single one, as JSON:API writes the data of relationships. */
export function oneOrMany(item: Form): Form {
  const many = listOf(item)
  return (value) => (Array.isArray(value) ? many(value) : item(value))
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
