// A term explains itself on hover, on focus and on a tap, in one box that stays within the window. Escape closes it.

const GAP = 8

function explained(event) {
  return event.composedPath().find((one) => one instanceof HTMLElement && one.dataset.explained)
}

function box() {
  const held = document.getElementById('explained')
  if (held) return held
  const made = document.createElement('div')
  made.id = 'explained'
  made.setAttribute('role', 'tooltip')
  made.hidden = true
  document.body.append(made)
  return made
}

function place(shown, term) {
  const at = term.getBoundingClientRect()
  const wide = document.documentElement.clientWidth
  const left = Math.max(GAP, Math.min(at.left, wide - shown.offsetWidth - GAP))
  const above = at.bottom + GAP + shown.offsetHeight > window.innerHeight && at.top > shown.offsetHeight + GAP
  shown.style.left = `${left}px`
  shown.style.visibility = at.bottom < 0 || at.top > window.innerHeight ? 'hidden' : 'visible'
  shown.style.top = `${above ? at.top - shown.offsetHeight - GAP / 2 : at.bottom + GAP / 2}px`
}

function explainTerms(signal) {
  const shown = box()
  let open = null
  const hide = () => {
    open?.removeAttribute('aria-describedby')
    open = null
    shown.hidden = true
  }
  const show = (term) => {
    if (open === term) return
    hide()
    open = term
    shown.textContent = term.dataset.explained
    shown.hidden = false
    term.setAttribute('aria-describedby', 'explained')
    place(shown, term)
  }
  const on = (name, act, more = {}) => document.addEventListener(name, act, { signal, ...more })
  on('pointerover', (event) => {
    const term = explained(event)
    if (term) show(term)
    else if (open && event.pointerType === 'mouse' && !shown.contains(event.target) && document.activeElement !== open) hide()
  })
  on('focusin', (event) => (explained(event) ? show(explained(event)) : hide()))
  on('click', (event) => {
    const term = explained(event)
    if (term) show(term)
    else if (!shown.contains(event.target)) hide()
  })
  on('keydown', (event) => {
    if (event.key === 'Escape') hide()
  })
  // A term that the keyboard reaches is scrolled to after it has the focus: its box goes with it.
  on('scroll', () => open && place(shown, open), { capture: true })
  signal.addEventListener('abort', hide)
  const under = document.querySelector('[data-explained]:hover') // reached before this listened
  if (under) show(under)
}
