/**
 * The script of the page: filters, the slider, and a text in place of pictures that do not load. Without it,
 * everything can still be read.
 */
export const SCRIPT = `
const form = document.querySelector('.filters')
const shelves = [...document.querySelectorAll('.shelf')]
const output = document.querySelector('output')

function filter() {
  const choice = new FormData(form)
  const kinds = choice.getAll('kind')
  const fits = (wish, value) => !wish || wish === value
  let shown = 0
  let all = 0
  for (const shelf of shelves) {
    const isWanted = fits(choice.get('locale'), shelf.dataset.locale) && fits(choice.get('device'), shelf.dataset.device)
    let some = 0
    for (const card of shelf.querySelectorAll('.card')) {
      const own = card.dataset.kinds.split(' ')
      card.hidden = !isWanted || (kinds.length > 0 && !kinds.some((kind) => own.includes(kind)))
      all += 1
      if (!card.hidden) some += 1
    }
    shelf.hidden = some === 0
    shown += some
  }
  for (const group of document.querySelectorAll('.locale')) {
    group.hidden = group.querySelector('.shelf:not([hidden])') === null
  }
  output.textContent = shown === all ? all + ' shown' : shown + ' of ' + all + ' shown'
  document.querySelector('.nothing').hidden = shown > 0 || all === 0
  const slides = choice.get('compare') === 'slider'
  document.body.classList.toggle('slider', slides)
  for (const cut of document.querySelectorAll('.cut')) cut.hidden = !slides
}

function isMissing(image) {
  image.closest('.frame').classList.add('missing')
}

if (form) {
  form.hidden = false
  form.addEventListener('change', filter)
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('reset', () => setTimeout(filter))
  filter()
}
document.addEventListener('input', ({target}) => {
  if (target.matches('.cut')) target.parentElement.style.setProperty('--cut', target.value + '%')
})
document.addEventListener('error', ({target}) => {
  if (target.matches && target.matches('img')) isMissing(target)
}, true)
for (const image of document.images) {
  if (image.complete && image.naturalWidth === 0) isMissing(image)
}
`
