// Shows the things of a network by sections. Lines would make a thicket: those of one thing are drawn while it is looked at, and stay
// when it was clicked. All text is set as text.

const SVG = 'http://www.w3.org/2000/svg'
const NAMED_LINES = 14 // lines up to which their relations are written on them

function drawn(tag, attributes) {
  const made = document.createElementNS(SVG, tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  return made
}

class Sections {
  constructor(data) {
    this.data = data
    this.nodes = new Map(data.nodes.map((node) => [node.id, node]))
    this.lines = new Map()
    for (const edge of data.edges) {
      for (const end of new Set([edge.source, edge.target])) {
        if (!this.lines.has(end)) this.lines.set(end, [])
        this.lines.get(end).push(edge)
      }
    }
    this.chips = new Map()
    this.over = drawn('svg', { class: 'over', 'aria-hidden': 'true' })
    this.page = element('div', { className: 'page' }, ...data.documents.map((one) => this.document(one)), this.over)
    this.box = element('div', { className: 'sections' }, this.page, legend(data))
    this.watch = new ResizeObserver(() => this.draw())
    this.watch.observe(this.page)
  }

  document({ title, bands }) {
    const shown = element('section', {}, element('h3', { textContent: title }))
    for (const band of bands) {
      const head = band.iri ? element('button', { type: 'button', className: 'head', textContent: band.head || title }) : ''
      if (head) head.addEventListener('click', (event) => openInPanel(this.box, { node: [band.iri] }, event))
      const things = element('ul', {}, ...band.things.map((id) => element('li', {}, this.chip(this.nodes.get(id)))))
      shown.append(element('div', { className: 'band' }, head, things))
    }
    return shown
  }

  chip(node) {
    const count = element('small', { textContent: this.lines.get(node.id)?.length ?? 0 })
    const chip = element('button', { type: 'button', className: 'thing', title: node.said }, markOf(node), node.label, count)
    if (node.focus) chip.classList.add('focus')
    chip.addEventListener('pointerenter', (event) => event.pointerType !== 'touch' && this.look(node.id))
    chip.addEventListener('pointerleave', () => this.look(undefined))
    chip.addEventListener('click', (event) => {
      this.chosen = node.id
      openInPanel(this.box, { node: [node.id] }, event)
      this.draw()
    })
    this.chips.set(node.id, chip)
    return chip
  }

  look(id) {
    this.looked = id
    this.draw()
  }

  choose({ node, edge }) {
    const line = this.data.edges.find((one) => one.id === edge)
    this.edge = line && edge
    this.chosen = this.chips.has(node) ? node : line?.source
    this.draw()
  }

  draw() {
    const id = this.looked ?? this.chosen
    this.over.replaceChildren()
    for (const chip of this.page.querySelectorAll('.looked, .near')) chip.classList.remove('looked', 'near')
    this.page.classList.toggle('dim', id !== undefined)
    if (id === undefined) return
    const page = this.page.getBoundingClientRect()
    this.over.setAttribute('viewBox', `0 0 ${page.width} ${page.height}`)
    const middle = (one) => {
      const box = this.chips.get(one).getBoundingClientRect()
      return { x: box.left + box.width / 2 - page.left, y: box.top + box.height / 2 - page.top }
    }
    this.chips.get(id).classList.add('looked')
    const mine = this.lines.get(id) ?? []
    for (const edge of mine) {
      const other = edge.source === id ? edge.target : edge.source
      this.chips.get(other)?.classList.add('near')
      this.line(edge, middle(edge.source), middle(edge.target), mine.length <= NAMED_LINES)
    }
  }

  line(edge, from, to, named) {
    const bend = Math.min(60, Math.abs(to.y - from.y) / 3 + 24)
    const d = `M${from.x} ${from.y}C${from.x} ${from.y + bend} ${to.x} ${to.y - bend} ${to.x} ${to.y}`
    const seen = drawn('path', { d, class: edge.id === this.edge ? 'line open' : 'line', 'stroke-dasharray': edge.dashes.join(' ') || 'none' })
    const wide = drawn('path', { d, class: 'wide' })
    wide.addEventListener('click', (event) => openInPanel(this.box, { edge: [edge.id] }, event))
    wide.append(drawn('title', {}))
    wide.firstChild.textContent = `${edge.label}\n${edge.said}`
    this.over.append(seen, wide)
    if (!named) return
    const word = drawn('text', { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 })
    word.textContent = edge.label
    this.over.append(word)
  }
}

export default function (component) {
  const { data, parentElement } = component
  const told = JSON.stringify(data)
  const former = parentElement.querySelector('.sections')
  if (former?.told === told) return undefined
  former?.end()
  const shown = new Sections(data)
  const ending = new AbortController()
  Object.assign(shown.box, { told, shown })
  shown.box.end = () => {
    ending.abort()
    shown.watch.disconnect()
    shown.box.remove()
  }
  parentElement.append(shown.box)
  whenOpened(({ node, edge }) => shown.choose({ node: node?.[0], edge: edge?.[0] }), ending.signal)
  shown.box.dataset.ready = 'true'
  return shown.box.end
}
