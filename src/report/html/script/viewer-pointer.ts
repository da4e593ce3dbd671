/** Slider, swipe and panning by mouse, pen or finger. */
export const VIEWER_POINTER = `
function slideTo(percent) {
  const value = Math.min(100, Math.max(0, percent))
  stage.style.setProperty('--cut', value + '%')
  cut.value = value
}

function slideToPointer({clientX}) {
  const {left, width} = stage.lastElementChild.getBoundingClientRect()
  slideTo(((clientX - left) / width) * 100)
}

const SWIPE = 50
let pressed = null

cut?.addEventListener('input', () => slideTo(Number(cut.value)))
stage?.addEventListener('pointerdown', (event) => {
  if (event.button > 0 || event.target.matches('video, a')) return
  pressed = {x: event.clientX, y: event.clientY, left: stage.scrollLeft, top: stage.scrollTop, type: event.pointerType}
  if (stage.dataset.mode === 'slider') slideToPointer(event)
  if (stage.dataset.mode === 'slider' || event.pointerType === 'mouse') stage.setPointerCapture(event.pointerId)
})
stage?.addEventListener('pointermove', (event) => {
  if (!pressed) return
  if (stage.dataset.mode === 'slider') slideToPointer(event)
  else if (looking.isZoomed && pressed.type === 'mouse') {
    stage.scrollTo(pressed.left + pressed.x - event.clientX, pressed.top + pressed.y - event.clientY)
  }
})
stage?.addEventListener('pointerup', (event) => {
  const start = pressed
  pressed = null
  if (!start || stage.dataset.mode === 'slider' || looking.isZoomed) return
  const x = event.clientX - start.x
  const y = event.clientY - start.y
  if (Math.abs(x) > SWIPE && Math.abs(x) > 2 * Math.abs(y)) ACTIONS[x < 0 ? 'next' : 'previous']()
  else if (Math.abs(x) + Math.abs(y) < 10 && stage.dataset.mode === 'one') ACTIONS.blink()
})
stage?.addEventListener('pointercancel', () => { pressed = null })
`
