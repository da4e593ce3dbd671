/** Names in place of pictures that do not load, and pictures that the page has elsewhere. */
export const PICTURES = `
function showName(frame, name) {
  if (frame.classList.contains('missing')) return
  frame.classList.add('missing')
  for (const image of all('img', frame)) image.hidden = true
  const words = document.createElement('span')
  words.className = 'words'
  words.textContent = name
  frame.append(words)
}

function showCopies(root) {
  for (const frame of all('.frame:empty', root)) {
    const link = frame.closest('a')
    const card = elementAt(link.hash)
    const image = all('.frame img', card ?? frame).at(-1)
    if (!image) {
      showName(frame, factOf(card ?? link, 'name') || link.textContent.trim())
      continue
    }
    const copy = image.cloneNode()
    copy.hidden = false
    frame.append(copy)
  }
}

document.addEventListener('error', ({target}) => {
  const frame = target.closest?.('.frame')
  if (frame && target.matches('img')) showName(frame, target.alt)
}, true)
for (const image of document.images) {
  if (image.complete && image.naturalWidth === 0) showName(image.closest('.frame'), image.alt)
}
for (const order of all('.order')) showCopies(order)
const sets = document.querySelector('.sets')
if (sets) {
  sets.addEventListener('toggle', () => showCopies(sets))
  if (sets.open) showCopies(sets)
}
`
