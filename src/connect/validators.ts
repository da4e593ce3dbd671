/**
 * Checks a value from outside.
 *
 * @returns null if the value is valid, otherwise the path to the first invalid place, such as `[2].id`; empty for the
 *   value itself. The path never contains names from outside.
 */
export type Validator = (value: unknown) => string | null

export const text: Validator = (value) => (typeof value === 'string' ? null : '')

/** A number of things or bytes. */
export const wholeNumber: Validator = (value) =>
  Number.isSafeInteger(value) && Number(value) >= 0 ? null : ''

/** A value that may be null or missing. */
export function optional(form: Validator): Validator {
  return (value) => (value === null || value === undefined ? null : form(value))
}

export function listOf(item: Validator): Validator {
  return (value) => {
    if (!Array.isArray(value)) return ''
    for (const [index, each] of value.entries()) {
      const wrong = item(each)
      if (wrong !== null) return `[${index}]${wrong}`
    }
    return null
  }
}

/** An object with these members. It may have others. */
export function objectWith(members: Readonly<Record<string, Validator>>): Validator {
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

/** An object whose members are all of one kind, whatever their names. */
export function mapOf(member: Validator): Validator {
  return (value) => {
    if (!isObject(value)) return ''
    const wrong = Object.values(value).map(member)
    return wrong.find((each) => each !== null) ?? null
  }
}

/** A list or a single item, like the data of JSON:API relationships. */
export function oneOrMany(item: Validator): Validator {
  const many = listOf(item)
  return (value) => (Array.isArray(value) ? many(value) : item(value))
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
