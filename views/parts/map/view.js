// Draws the prefectures of a province, or a square for each province; a click on one opens the panel. Names keep their size however near the reader is, and none
// covers another one.

const SVG = 'http://www.w3.org/2000/svg'
const EDGE = 4 // units around the province
const NEAREST = 12
const LETTERS = 15 // pixels of the screen

function drawn(tag, attributes, text = '') {
  const made = document.createElementNS(SVG, tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.textContent = text
  return made
}

function shape(one, open) {
  const path = drawn('path', { d: one.path, fill: one.colour })
  path.append(drawn('title', {}, one.title))
  if (!one.iri) return path
  for (const [name, value] of Object.entries({ role: 'button', tabindex: '0', 'aria-label': one.title })) path.setAttribute(name, value)
  path.addEventListener('click', (event) => open(one.iri, event))
  path.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    open(one.iri, path)
  })
  return path
}

class PlaceMap {
  constructor(data) {
    this.data = data
    this.whole = { x: -EDGE, y: -EDGE, wide: data.wide + 2 * EDGE, high: data.high + 2 * EDGE }
    this.names = data.shapes.map((one) => drawn('text', { x: one.x, y: one.y, class: one.dark ? 'dark' : 'light', dy: one.figure ? '-.55em' : '0' }, one.name))
    this.numbers = data.shapes.map((one) => drawn('text', { x: one.x, y: one.y, class: one.dark ? 'dark figure' : 'light figure', dy: '.6em' }, one.figure))
    const open = (iri, by) => openInPanel(this.figure, { node: [iri] }, by)
    this.shapes = new Map(data.shapes.map((one) => [one, shape(one, open)]))
    this.svg = drawn('svg', {})
    this.svg.append(...this.shapes.values(), ...this.names, ...this.numbers)
    this.frame = Object.assign(document.createElement('div'), { className: 'frame', role: 'group', ariaLabel: data.label })
    this.frame.style.aspectRatio = `${this.whole.wide} / ${this.whole.high}`
    this.frame.append(this.svg)
    this.figure = document.createElement('figure')
    const handles = zoomable(this.frame, {
      zoom: (factor, point) => this.zoom(factor, point),
      pan: (right, down) => this.move({ ...this.view, x: this.view.x - right / this.scale(), y: this.view.y - down / this.scale() }),
      fit: () => this.move(this.whole),
    })
    this.drag()
    this.figure.append(zoomButtons(data.words, handles), this.frame, this.legend())
    this.watch = new ResizeObserver(() => this.move(this.view))
  }

  scale() {
    return this.frame.clientWidth / this.view.wide
  }

  zoom(factor, point) {
    const wide = Math.min(this.whole.wide, Math.max(this.whole.wide / NEAREST, this.view.wide / factor))
    const part = wide / this.view.wide
    const [x, y] = [this.view.x + point.x / this.scale(), this.view.y + point.y / this.scale()]
    this.move({ x: x - (x - this.view.x) * part, y: y - (y - this.view.y) * part, wide, high: this.view.high * part })
  }

  // Shows a part of the map, no farther out than all of it, with the names that have room.
  move(view) {
    const inside = (side, size) => Math.max(this.whole[side], Math.min(view[side], this.whole[side] + this.whole[size] - view[size]))
    this.view = { ...view, x: inside('x', 'wide'), y: inside('y', 'high') }
    this.svg.setAttribute('viewBox', `${this.view.x} ${this.view.y} ${this.view.wide} ${this.view.high}`)
    if (!this.frame.clientWidth) return
    this.svg.style.setProperty('--unit', `${1 / this.scale()}px`)
    const taken = []
    this.names.forEach((name, i) => {
      const half = ([...name.textContent].length * LETTERS) / 2 / this.scale()
      const high = (LETTERS * 0.6) / this.scale()
      const { y } = this.data.shapes[i]
      const edge = EDGE + half // a name at the rim stays whole
      const x = Math.min(Math.max(this.data.shapes[i].x, this.whole.x + edge), this.whole.x + this.whole.wide - edge)
      name.setAttribute('x', x)
      this.numbers[i].setAttribute('x', x)
      const free = taken.every((other) => Math.abs(other.x - x) > other.half + half || Math.abs(other.y - y) > high * 2)
      name.toggleAttribute('hidden', !free)
      this.numbers[i].toggleAttribute('hidden', !free)
      if (free) taken.push({ x, y, half })
    })
  }

  // A mouse moves a map that was zoomed; a press that moved is no click.
  drag() {
    let last
    let moved = 0
    this.frame.addEventListener('pointerdown', (event) => {
      last = event.pointerType === 'touch' ? undefined : event
      moved = 0
    })
    this.frame.addEventListener('pointermove', (event) => {
      if (!last || !event.buttons) return
      moved += Math.hypot(event.movementX, event.movementY)
      const scale = this.scale()
      this.move({ ...this.view, x: this.view.x - (event.clientX - last.clientX) / scale, y: this.view.y - (event.clientY - last.clientY) / scale })
      last = event
    })
    this.frame.addEventListener('click', (event) => {
      if (moved > 6) event.stopPropagation()
    }, { capture: true })
  }

  choose({ node }) {
    for (const [one, path] of this.shapes) {
      path.classList.toggle('open', Boolean(one.iri) && one.iri === node?.[0])
      if (one.iri && one.iri === node?.[0]) this.names[0].before(path)
    }
  }

  legend() {
    const legend = document.createElement('figcaption')
    for (const one of this.data.legend) {
      const key = document.createElement('span')
      const colour = document.createElement('i')
      colour.style.background = one.colour
      key.append(colour, one.label)
      legend.append(key)
    }
    return legend
  }
}

export default function (component) {
  const { data, parentElement } = component
  const told = JSON.stringify(data)
  const former = parentElement.querySelector('figure')
  if (former?.told === told) return undefined
  former?.end()
  const map = new PlaceMap(data)
  const ending = new AbortController()
  parentElement.append(map.figure)
  map.move(map.whole)
  map.watch.observe(map.frame)
  whenOpened((opened) => map.choose(opened), ending.signal)
  Object.assign(map.figure, {
    told,
    map,
    end() {
      ending.abort()
      map.watch.disconnect()
      map.figure.remove()
    },
  })
  return map.figure.end
}
