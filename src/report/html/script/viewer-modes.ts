/** How the viewer shows two pictures, and how it zooms. */
export const VIEWER_MODES = `
/** Side by side, unless the pictures would be much smaller than one alone. */
function usualMode() {
  const {style} = stage.lastElementChild
  const ratio = style.getPropertyValue('--w') / style.getPropertyValue('--h')
  const {clientWidth: width, clientHeight: height} = stage
  const one = Math.min(width, height * ratio)
  return Math.min(width / 2, height * ratio) > 0.7 * one ? 'sides' : 'one'
}

/** @param mode - 'sides', 'one', 'slider' or 'difference'; null where there is one picture only. */
function setMode(mode) {
  if (mode) looking.mode = mode
  stage.dataset.mode = mode ?? 'one'
  stage.dataset.shown = mode ? looking.shown : 'after'
  stage.classList.toggle('zoomed', looking.isZoomed)
  stage.style.setProperty('--dot', 1 / devicePixelRatio + 'px')
  cut.hidden = mode !== 'slider'
  if (mode === 'slider') slideTo(50)
  const pressed = {sides: mode === 'sides', blink: mode === 'one', slider: mode === 'slider', difference: mode === 'difference', zoom: looking.isZoomed}
  for (const [name, isPressed] of Object.entries(pressed)) {
    viewer.querySelector('[data-do=' + name + ']').setAttribute('aria-pressed', isPressed)
  }
}

const toggle = (mode) => setMode(stage.dataset.mode === mode ? usualMode() : mode)

const ACTIONS = {
  close: () => viewer.close(),
  previous: () => show(looking.index - 1),
  next: () => show(looking.index + 1),
  sides: () => isPair() && setMode('sides'),
  blink() {
    if (!isPair()) return
    looking.shown = stage.dataset.mode === 'one' && looking.shown === 'before' ? 'after' : 'before'
    setMode('one')
  },
  slider: () => isPair() && toggle('slider'),
  difference: () => isPair() && toggle('difference'),
  zoom() {
    looking.isZoomed = !looking.isZoomed
    setMode(isPair() ? looking.mode : null)
    if (!looking.isZoomed) return
    stage.scrollTo((stage.scrollWidth - stage.clientWidth) / 2, 0)
  },
}

const KEYS = {ArrowLeft: 'previous', ArrowRight: 'next', ' ': 'blink', a: 'sides', s: 'slider', d: 'difference', z: 'zoom'}

viewer?.addEventListener('click', (event) => {
  const button = event.target.closest('[data-do]')
  if (!button) return
  ACTIONS[button.dataset.do]()
  // After a click the keys are for the picture again; who uses the keyboard stays on the button.
  if (event.detail > 0) stage.focus()
})
viewer?.addEventListener('keydown', (event) => {
  const {key, target} = event
  if (event.metaKey || event.ctrlKey || event.altKey) return
  const isOwn = key === ' ' ? target.matches('button, video, a') : target.matches('input, video')
  const name = KEYS[key.length === 1 ? key.toLowerCase() : key]
  if (!name || isOwn) return
  event.preventDefault()
  ACTIONS[name]()
})
`
