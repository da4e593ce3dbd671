/** Links to pictures and sections lead there, also where they are folded or filtered out. */
export const LINKS = `
function reveal(element) {
  if (element.closest('[hidden]')) showAll()
  const folded = element.matches('#store') ? sets : element.closest('details')
  for (let each = folded; each; each = each.parentElement.closest('details')) each.open = true
  // Scrolls to the wrong place while the heights of what was never in view are guesses.
  document.documentElement.classList.add('measured')
  element.scrollIntoView({block: element.matches('.card') ? 'center' : 'start'})
}

function followLink() {
  const element = location.hash.length > 1 ? elementAt(location.hash) : null
  if (element && element.id !== 'viewer') reveal(element)
}

addEventListener('hashchange', followLink)
document.addEventListener('click', ({target}) => {
  // A link to where the page already is changes no hash.
  const link = target.closest?.('a[href^="#"]')
  if (link && link.hash === location.hash) setTimeout(followLink)
})
followLink()
`
