// Draws a network with vis-network and tells Python what was clicked. Labels only ever reach a canvas or textContent.

const FONT = '"Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif'
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

const wrapped = (text, width) => {
  const characters = [...text]
  const lines = []
  while (characters.length && lines.length < 3) lines.push(characters.splice(0, width).join(''))
  if (characters.length) lines[2] = lines[2].slice(0, -1) + '…'
  return lines.join('\n')
}

function drawn(data) {
  const nodes = data.nodes.map((node) => ({
    id: node.id,
    label: wrapped(node.label, 12),
    title: `${node.label}\n${node.said}`,
    x: node.x,
    y: node.y,
    shape: node.shape,
    size: (node.focus ? 20 : 12) * (1 + (node.weight - 1) / 2),
    borderWidth: node.focus ? 4 : 1,
    color: { background: node.colour, border: node.focus ? '#1D2433' : node.colour,
      highlight: { background: node.colour, border: '#1D2433' } },
    font: { face: FONT, size: (node.focus ? 18 : 15) * node.weight, color: '#1D2433', strokeWidth: 4 * node.weight, strokeColor: '#FCFCFE' },
  }))
  const between = new Map()
  const edges = data.edges.map((edge) => {
    const pair = [edge.source, edge.target].sort().join('\n')
    const nth = between.get(pair) ?? 0
    between.set(pair, nth + 1)
    return {
      id: edge.id,
      from: edge.source,
      to: edge.target,
      label: data.edgeLabels ? edge.label : undefined,
      title: `${edge.label}\n${edge.said}`,
      dashes: DASHES[edge.line],
      width: edge.line === 'solid' ? 2 : 1.6,
      smooth: nth ? { type: 'curvedCW', roundness: 0.18 * nth } : false,
    }
  })
  return { nodes, edges }
}

const OPTIONS = {
  physics: false,
  layout: { improvedLayout: false },
  interaction: { hover: true, keyboard: { enabled: true, bindToWindow: false }, tooltipDelay: 120, hideEdgesOnDrag: true },
  edges: {
    color: { color: '#8A8FA3', highlight: '#1D2433', hover: '#3D4663' },
    arrows: { to: { enabled: true, scaleFactor: 0.5 } },
    font: { face: FONT, size: 12, color: '#3D4663', strokeWidth: 4, strokeColor: '#FCFCFE' },
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
  const canvas = element('div', { className: 'canvas', tabIndex: 0, role: 'img', ariaLabel: data.words.described })
  canvas.style.height = `${data.height}px`
  const fit = element('button', { className: 'fit', type: 'button', textContent: data.words.fit })
  const box = element('div', { className: 'network', told }, fit, canvas, legend(data), list(data, tell))
  parentElement.append(box)
  library().then((vis) => {
    if (!box.isConnected) return
    const { nodes, edges } = drawn(data)
    const picture = new vis.Network(canvas, { nodes: new vis.DataSet(nodes), edges: new vis.DataSet(edges) }, OPTIONS)
    box.picture = picture
    fit.addEventListener('click', () => picture.fit({ animation: false }))
    picture.on('click', ({ nodes: [node], edges: [edge] }) => {
      if (node !== undefined) tell({ node })
      else if (edge !== undefined) tell({ edge })
    })
    picture.once('afterDrawing', () => {
      picture.fit({ animation: false, maxZoomLevel: 1.2 })
      box.dataset.ready = 'true'
    })
  })
  return () => {
    box.picture?.destroy()
    box.remove()
  }
}
