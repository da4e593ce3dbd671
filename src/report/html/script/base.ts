/** What the other parts of the script share. */
export const BASE = `
const all = (selector, root = document) => [...root.querySelectorAll(selector)]
const factOf = (element, name) => element.closest('[data-' + name + ']')?.dataset[name] ?? ''

function elementAt(hash) {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)))
  } catch {
    return null
  }
}
`
