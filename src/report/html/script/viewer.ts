/** Opens pictures full screen, one after the other. */
export const VIEWER_SCRIPT = String.raw`
const viewer = document.querySelector('#viewer')
const stage = viewer?.querySelector('.stage')
const cut = viewer?.querySelector('.cut')
const looking = {links: [], index: 0, from: 0, mode: 'one', shown: 'after', isZoomed: false}

const isPair = () => stage.children.length === 2

function openViewer(link) {
  const list = link.matches('.card > .open') ? link.closest('[data-list]')?.dataset.list : null
  const card = elementAt(link.hash)
  // What is linked from elsewhere on the page is shown among those beside it.
  const name = list ?? card?.closest('[data-list]')?.dataset.list
  const links = all('[data-list=' + name + '] .card > .open').filter((each) => !each.closest('[hidden]'))
  const index = links.findIndex((each) => (list ? each === link : each.hash === link.hash))
  if (index === -1) return false
  Object.assign(looking, {links, from: index, isZoomed: false, mode: null})
  viewer.showModal()
  show(index)
  return true
}

function show(index) {
  const {links} = looking
  looking.index = (index + links.length) % links.length
  const link = links[looking.index]
  const card = elementAt(link.hash)
  stage.replaceChildren(...all('.frame', card).map(shotOf))
  const name = factOf(card, 'name') || card.querySelector('.name').textContent
  viewer.querySelector('#viewer-name').textContent = name
  viewer.querySelector('.viewer-facts').textContent = factsOf(card).join(' · ')
  viewer.querySelector('output').textContent = looking.index + 1 + ' of ' + links.length
  viewer.querySelector('.comparisons').hidden = !isPair()
  looking.shown = 'after'
  stage.scrollTo(0, 0)
  setMode(isPair() ? (looking.mode ?? usualMode()) : null)
  history.replaceState(null, '', link.hash)
}

function factsOf(card) {
  const {style} = card.querySelector('.frame')
  const fate = card.querySelector('.badge') ?? card.closest('.group')?.querySelector('.badge')
  const isKnown = Number(style.getPropertyValue('--w')) > 20
  return [
    factOf(card, 'language'),
    factOf(card, 'title'),
    fate?.textContent,
    isKnown ? style.getPropertyValue('--w') + ' × ' + style.getPropertyValue('--h') : '',
    ...all('.fact', card).map((each) => each.textContent.split(/\s+/).join(' ').trim()),
  ].filter(Boolean)
}

function shotOf(frame, index, frames) {
  const shot = document.createElement('figure')
  shot.className = 'shot ' + (frames.length === 2 && index === 0 ? 'before' : 'after')
  shot.style.cssText = frame.style.cssText
  // It plays what is there now.
  const play = index === frames.length - 1 ? frame.closest('.card')?.querySelector('.play') : null
  shot.append(...(play ? videoOf(frame, play) : [pictureOf(frame)]))
  const label = frame.parentElement.querySelector('.label')
  if (frames.length === 2) {
    const caption = document.createElement('figcaption')
    caption.textContent = label.textContent
    shot.append(caption)
  }
  return shot
}

function pictureOf(frame) {
  const small = frame.querySelector('img')
  if (!small || frame.classList.contains('missing')) {
    const words = document.createElement('span')
    words.className = 'words'
    words.textContent = frame.textContent.trim()
    return words
  }
  const image = new Image()
  image.alt = small.alt
  image.draggable = false
  image.src = small.src
  if (small.dataset.full) {
    const large = new Image()
    large.onload = () => { image.src = large.src }
    large.src = small.dataset.full
  }
  return image
}

/** Not every browser plays the format of the store; then there is a link to it. */
function videoOf(frame, play) {
  const still = () => {
    const link = play.cloneNode(true)
    link.className = 'elsewhere'
    link.textContent = 'Open the video'
    return [pictureOf(frame), link]
  }
  const video = document.createElement('video')
  if (video.canPlayType('application/vnd.apple.mpegurl') === '') return still()
  Object.assign(video, {controls: true, preload: 'none', playsInline: true, src: play.href})
  video.poster = frame.querySelector('img')?.src ?? ''
  video.onerror = () => video.replaceWith(...still())
  return [video]
}

if (viewer) {
  document.addEventListener('click', (event) => {
    if (event.button > 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = event.target.closest?.('.card > .open, a.cell, a.same')
    if (link && openViewer(link)) event.preventDefault()
  })
  viewer.addEventListener('close', () => {
    stage.replaceChildren()
    const link = looking.links[looking.index]
    if (looking.index === looking.from) return
    reveal(link)
    link.focus({preventScroll: true})
  })
}
`
