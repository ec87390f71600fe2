// Zooming and moving a picture without taking the page from whoever reads it: the wheel scrolls the page unless Ctrl is held or
// the picture was clicked, one finger scrolls and two zoom, and the keyboard goes to the picture by a click or by Tab alone.

const STEP = 1.3 // what a button or a key zooms by
const MOVE = 60 // pixels that an arrow key moves by
const WHEEL = { 0: 0.002, 1: 0.05, 2: 0.5 } // by which unit a wheel counts: pixels, lines, pages

// `frame` holds the picture, its style has touch-action: pan-x pan-y. Returns what the buttons do.
function zoomable(frame, { zoom, pan, fit }) {
  let clicked = false
  let fingers
  const place = ({ clientX, clientY }) => {
    const box = frame.getBoundingClientRect()
    return { x: clientX - box.left, y: clientY - box.top }
  }
  const middle = () => ({ x: frame.clientWidth / 2, y: frame.clientHeight / 2 })
  const spread = ([one, other]) => ({
    clientX: (one.clientX + other.clientX) / 2,
    clientY: (one.clientY + other.clientY) / 2,
    wide: Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY),
  })
  const keys = {
    ArrowLeft: () => pan(MOVE, 0),
    ArrowRight: () => pan(-MOVE, 0),
    ArrowUp: () => pan(0, MOVE),
    ArrowDown: () => pan(0, -MOVE),
    '+': () => zoom(STEP, middle()),
    '=': () => zoom(STEP, middle()),
    '-': () => zoom(1 / STEP, middle()),
    0: fit,
    Escape: () => { clicked = false },
  }
  const listen = (kind, does) => frame.addEventListener(kind, does, { capture: true, passive: false })
  listen('wheel', (event) => {
    event.stopPropagation() // what draws the picture has a wheel of its own
    if (!clicked && !event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    zoom(Math.exp(-event.deltaY * WHEEL[event.deltaMode]), place(event))
  })
  listen('pointerdown', (event) => {
    clicked = event.pointerType !== 'touch'
  })
  frame.addEventListener('pointerleave', () => { clicked = false })
  frame.addEventListener('keydown', (event) => {
    if (event.composedPath()[0] !== frame || !keys[event.key] || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key !== 'Escape') event.preventDefault()
    keys[event.key]()
  })
  listen('touchstart', (event) => {
    fingers = event.touches.length === 2 ? spread(event.touches) : undefined
    if (fingers) event.preventDefault()
  })
  listen('touchmove', (event) => {
    if (!fingers || event.touches.length !== 2) return
    event.preventDefault()
    const now = spread(event.touches)
    pan(now.clientX - fingers.clientX, now.clientY - fingers.clientY)
    zoom(now.wide / Math.max(1, fingers.wide), place(now))
    fingers = now
  })
  listen('touchend', () => { fingers = undefined })
  return { nearer: () => zoom(STEP, middle()), farther: () => zoom(1 / STEP, middle()), fit }
}

// The buttons of a picture, with their names in words.
function zoomButtons(words, { nearer, farther, fit }) {
  const box = document.createElement('div')
  box.className = 'zoom'
  for (const [said, name, does] of [['+', words.nearer, nearer], ['−', words.farther, farther], [words.fit, '', fit]]) {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: said })
    if (name) Object.assign(button, { ariaLabel: name, title: name })
    button.addEventListener('click', does)
    box.append(button)
  }
  return box
}
