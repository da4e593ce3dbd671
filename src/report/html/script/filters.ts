/** Filters by locale, device and change. */
export const FILTERS = `
const form = document.querySelector('.filters')
const items = all('[data-fate]')
const containers = all('.order, .group, .shelf, .locale, .place, .fold li, .fold, #changes, #texts, #settings')
  .filter((each) => each.querySelector('[data-fate]'))

function filter() {
  const choice = new FormData(form)
  const fates = choice.getAll('fate')
  const isActive = [...choice.values()].some((value) => value !== '')
  const isWanted = (element, name) => !choice.get(name) || choice.get(name) === factOf(element, name)
  let shown = 0
  let total = 0
  for (const item of items) {
    const isShown =
      (fates.length === 0 || fates.includes(item.dataset.fate)) &&
      isWanted(item, 'locale') &&
      isWanted(item, 'device')
    item.hidden = !isShown
    if (!item.id && !item.matches('[data-text]')) continue
    total += 1
    if (!isShown) continue
    shown += 1
    if (fates.length > 0) unfold(item)
  }
  for (const each of containers) each.hidden = each.querySelector('[data-fate]:not([hidden])') === null
  for (const row of all('.matrix tbody tr')) row.hidden = !isWanted(row, 'locale')
  form.querySelector('output').textContent = isActive ? shown + ' of ' + total + ' shown' : ''
  form.querySelector('[type=reset]').hidden = !isActive
  document.querySelector('.nothing').hidden = !isActive || shown > 0
}

function unfold(item) {
  const folded = item.closest('details')
  if (folded) folded.open = true
}

function showAll() {
  if (!form) return
  form.reset()
  filter()
}

if (form) {
  form.hidden = false
  form.addEventListener('change', filter)
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('reset', () => setTimeout(filter))
  filter()
}
`
