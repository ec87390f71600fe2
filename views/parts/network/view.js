// Draws a network with vis-network and tells Python what was clicked. Labels only ever reach a canvas or textContent.

const DASHES = { solid: false, dashed: [9, 6], dotted: [2, 5] }
const SHAPES = {
  dot: '<circle cx="7" cy="7" r="6"/>',
  square: '<rect x="1.5" y="1.5" width="11" height="11"/>',
  diamond: '<path d="M7 0 14 7 7 14 0 7Z"/>',
  triangle: '<path d="M7 1 14 13H0Z"/>',
  triangleDown: '<path d="M0 1H14L7 13Z"/>',
  hexagon: '<path d="M3.5 1h7L14 7l-3.5 6h-7L0 7Z"/>',
  star: '<path d="M7 0l2.1 4.9 4.9.4-3.8 3.3 1.2 5L7 10.9 2.6 13.6l1.2-5L0 5.3l4.9-.4Z"/>',
}

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children)
  return made
}

function legend(data) {
  const bar = element('div', { className: 'legend' })
  for (const one of data.legend) {
    const mark = element('span')
    // Only this file's own shapes and a colour of the palette are markup; the label is text.
    mark.innerHTML = `<svg width="14" height="14" aria-hidden="true">${SHAPES[one.shape]}</svg>`
    mark.firstChild.setAttribute('fill', one.colour)
    mark.append(document.createTextNode(one.label))
    bar.append(mark)
  }
  for (const one of data.grades) {
    const mark = element('span')
    mark.innerHTML = '<svg width="26" height="8" aria-hidden="true"><line x1="0" y1="4" x2="26" y2="4"/></svg>'
    const line = mark.querySelector('line')
    line.setAttribute('stroke', '#3D4663')
    line.setAttribute('stroke-width', '2')
    if (DASHES[one.line]) line.setAttribute('stroke-dasharray', DASHES[one.line].join(' '))
    mark.append(document.createTextNode(one.label))
    bar.append(mark)
  }
  bar.append(element('span', { className: 'counts', textContent: data.words.counts }))
  return bar
}

function list(data, tell) {
  const byId = new Map(data.nodes.map((node) => [node.id, node.label]))
  const items = [
    ...data.nodes.map((node) => [{ node: node.id }, `${node.label}（${node.said}）`]),
    ...data.edges.map((edge) => [
      { edge: edge.id },
      `${byId.get(edge.source)} — ${edge.label} → ${byId.get(edge.target)}（${edge.said}）`,
    ]),
  ]
  const shown = element('ul')
  for (const [clicked, text] of items) {
    const button = element('button', { type: 'button', textContent: text })
    button.addEventListener('click', () => tell(clicked))
    shown.append(element('li', {}, button))
  }
  return element('details', {}, element('summary', { textContent: data.words.list }), shown)
}

const SMALLEST_MARK = 0.21 // zoom below which marks are drawn larger, so that they stay to be seen
const CROWDED = 150 // relations from which on their lines are paler, the more the paler
const STILL = 1000 // relations from which on their lines are not drawn while the reader zooms
const EDGE = 40 // pixels around the picture that are left for names

// How a picture is seen as a whole: its middle, its zoom, and the height that its width asks for.
function whole(data, wide) {
  const [left, right, top, bottom] = ['x', 'y'].flatMap((side) => {
    const places = data.nodes.map((node) => node[side])
    return [Math.min(...places), Math.max(...places)]
  })
  const room = data.radial ? Math.min(130, wide * 0.26) : 0
  const [beside, below] = room ? [room, room] : [Math.min(80, wide * 0.13), EDGE]
  const across = Math.min(1.2, (wide - 2 * beside) / Math.max(1, right - left))
  const asked = Math.max(Math.min(data.height, 300), (bottom - top) * across + 2 * below)
  const high = data.radial ? Math.min(wide, data.height) : Math.min(data.height, Math.round(asked))
  const scale = Math.min(across, (high - 2 * below) / Math.max(1, bottom - top))
  return { position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, high, room }
}

function drawn(data, scale) {
  const degrees = new Map()
  for (const edge of data.edges) {
    for (const end of [edge.source, edge.target]) degrees.set(end, (degrees.get(end) ?? 0) + 1)
  }
  const nodes = data.nodes.map((node) => ({
    id: node.id,
    title: `${node.label}\n${node.said}`,
    x: node.x,
    y: node.y,
    shape: node.shape,
    size: (node.focus ? 20 : Math.min(24, 9 + 2.6 * Math.log2(1 + (degrees.get(node.id) ?? 0)))) * Math.max(1, SMALLEST_MARK / scale),
    borderWidth: node.focus ? 4 : 1,
    color: { background: node.colour, border: node.focus ? '#1D2433' : node.colour,
      highlight: { background: node.colour, border: '#1D2433' } },
  }))
  const opacity = Math.max(0.25, Math.min(1, Math.sqrt(CROWDED / Math.max(1, data.edges.length))))
  const between = new Map()
  const edges = data.edges.map((edge) => {
    const pair = [edge.source, edge.target].sort().join('\n')
    const nth = between.get(pair) ?? 0
    between.set(pair, nth + 1)
    return {
      id: edge.id,
      from: edge.source,
      to: edge.target,
      title: `${edge.label}\n${edge.said}`,
      dashes: DASHES[edge.line],
      color: { color: '#8A8FA3', highlight: '#1D2433', hover: '#3D4663', opacity },
      width: Math.max(edge.line === 'solid' ? 2 : 1.6, 0.8 / scale),
      smooth: nth ? { type: 'curvedCW', roundness: 0.18 * nth } : false,
    }
  })
  return { nodes, edges, degrees }
}

// What is named, first what matters most.
function named(data, { nodes, degrees }) {
  const rank = (node) => (node.focus ? 1e9 : node.head ? 1e6 : degrees.get(node.id) ?? 0)
  return data.nodes
    .map((node, i) => ({ id: node.id, label: node.label, focus: node.focus, head: node.kind === 'Section', size: nodes[i].size }))
    .sort((one, other) => rank(other) - rank(one))
}

const OPTIONS = {
  physics: false,
  layout: { improvedLayout: false },
  interaction: { hover: true, keyboard: { enabled: true, bindToWindow: false }, tooltipDelay: 120, hideEdgesOnDrag: true },
  edges: {
    arrows: { to: { enabled: true, scaleFactor: 0.5 } },
  },
}

async function library() {
  while (!globalThis.vis?.Network) await new Promise((resolve) => setTimeout(resolve, 15))
  return globalThis.vis
}

export default function (component) {
  const { data, key, parentElement, setTriggerValue } = component
  const told = JSON.stringify(data)
  const former = parentElement.querySelector('.network')
  if (former?.told === told) return undefined // a rerun with the same picture keeps what the reader moved and zoomed
  former?.picture?.destroy()
  former?.remove()
  const tell = (clicked) => setTriggerValue('clicked', clicked)
  const canvas = element('div', { className: 'canvas' })
  const fit = element('button', { className: 'fit', type: 'button', textContent: data.words.fit })
  const box = element('div', { className: 'network', told }, fit, canvas, legend(data), list(data, tell))
  parentElement.append(box)
  const seen = whole(data, canvas.clientWidth)
  canvas.style.height = `${seen.high}px`
  library().then((vis) => {
    if (!box.isConnected) return
    const { nodes, edges, degrees } = drawn(data, seen.scale)
    const things = named(data, { nodes, degrees })
    const order = new Map(things.map((thing, i) => [thing.id, i]))
    const upwards = [...nodes].sort((one, other) => order.get(other.id) - order.get(one.id)) // what matters is drawn on top
    const interaction = { ...OPTIONS.interaction, hideEdgesOnZoom: edges.length > STILL }
    const picture = new vis.Network(
      canvas, { nodes: new vis.DataSet(upwards), edges: new vis.DataSet(edges) }, { ...OPTIONS, interaction },
    )
    box.picture = picture
    const frame = canvas.querySelector('.vis-network')
    Object.assign(frame, { tabIndex: 0, role: 'img', ariaLabel: data.words.described })
    canvas.addEventListener('wheel', (event) => {
      // A picture higher than the window must not catch the reader who scrolls past it.
      if (canvas.clientHeight > innerHeight && !event.ctrlKey && !frame.matches(':focus')) event.stopPropagation()
    }, { capture: true })
    const lines = data.edgeLabels
      ? data.edges.map((edge) => ({ label: edge.label, middle: () => picture.body.edges[edge.id].edgeType.getPoint(0.5) }))
      : []
    picture.on('afterDrawing', (context) => {
      const at = picture.body.nodes
      for (const thing of things) [thing.x, thing.y] = [at[thing.id].x, at[thing.id].y]
      writeNames(context, { things, lines, view: picture.body.view, wide: canvas.clientWidth, high: canvas.clientHeight, room: seen.room })
    })
    fit.addEventListener('click', () => picture.moveTo(seen))
    picture.on('click', ({ nodes: [node], edges: [edge] }) => {
      if (node !== undefined) tell({ node })
      else if (edge !== undefined) tell({ edge })
    })
    picture.once('afterDrawing', () => {
      picture.moveTo(seen)
      box.dataset.ready = 'true'
    })
  })
  return () => {
    box.picture?.destroy()
    box.remove()
  }
}
