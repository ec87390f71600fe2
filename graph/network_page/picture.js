// Draws a network: vis-network places and moves the marks, lines and names are written by lines.js and labels.js. Labels only ever
// reach a canvas or textContent.

const ROOM = 40 // pixels around the picture that are left for names
const NEAREST = 3 // pixels of the screen to one of the picture, at the most
const FINGER = 24 // pixels within which a tap means a mark or a line
const POINTER = 7
const NAMED_LINES = 14 // lines of what is looked at up to which their relations are written on them
const FULL = 760 // pixels of width from which on marks of a given size have it
const UPRIGHT = 560 // pixels of width below which a picture is higher than wide
const MOVED = 6 // pixels from which on a press is no click

const OPTIONS = {
  physics: false,
  layout: { improvedLayout: false },
  interaction: { zoomView: false, keyboard: false, hover: false, tooltipDelay: 1e9, selectConnectedEdges: false },
  nodes: { chosen: false },
}

// A picture that is wide is made as high as a telephone is, so that its marks lie apart there.
function upright(data, wide) {
  if (wide >= UPRIGHT || data.radial) return data
  const { high } = whole(data, wide)
  const stretch = Math.max(1, Math.min(3, (Math.min(data.height, wide * 1.5) - 2 * ROOM) / Math.max(1, high - 2 * ROOM)))
  return { ...data, nodes: data.nodes.map((node) => ({ ...node, y: node.y * stretch })) }
}

// How a picture is seen as a whole: its middle, its zoom, and the height that its width asks for.
function whole(data, wide) {
  const [left, right, top, bottom] = ['x', 'y'].flatMap((side) => {
    const places = data.nodes.map((node) => node[side])
    return [Math.min(...places), Math.max(...places)]
  })
  const room = data.radial ? Math.min(130, wide * 0.26) : 0
  const [beside, below] = room ? [room, room] : [Math.min(80, wide * 0.13), ROOM]
  const across = Math.min(1.2, (wide - 2 * beside) / Math.max(1, right - left))
  const asked = Math.max(Math.min(data.height, 300), (bottom - top) * across + 2 * below)
  const high = data.radial ? Math.min(wide, data.height) : Math.min(data.height, Math.round(asked))
  const scale = Math.min(across, (high - 2 * below) / Math.max(1, bottom - top))
  return { position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, high, room }
}

function degreesOf(data) {
  const degrees = new Map()
  for (const edge of data.edges) {
    for (const end of [edge.source, edge.target]) degrees.set(end, (degrees.get(end) ?? 0) + 1)
  }
  return degrees
}

// The marks, each as large as it has relations, never too small to be hit, and smaller where they are many.
function marksOf(data, { scale, high }, wide, degrees) {
  const crowd = Math.max(0.45, Math.min(1, Math.sqrt((wide * high) / Math.max(1, data.nodes.length)) / 40))
  const least = (matchMedia('(pointer: coarse)').matches ? 6 : 4.5) * crowd
  return data.nodes.map((node) => {
    const asked = (9 + 2.6 * Math.log2(1 + (degrees.get(node.id) ?? 0))) * Math.min(1, Math.max(scale, 0.3))
    const pixels = node.size * Math.min(1, wide / FULL) || (node.focus ? Math.max(12, 20 * Math.min(1, scale)) : Math.max(least, Math.min(22, asked) * crowd))
    const border = node.focus ? '#1D2433' : node.colour
    return {
      id: node.id, x: node.x, y: node.y, shape: node.shape, size: pixels / scale, borderWidth: node.focus ? 3 : 1,
      color: { background: node.colour, border },
    }
  })
}

// What is named, first what matters most.
function named(data, marks, degrees) {
  const rank = (node) => (node.focus ? 1e9 : degrees.get(node.id) ?? 0)
  return data.nodes
    .map((node, i) => ({ id: node.id, label: node.label, focus: node.focus, size: marks[i].size }))
    .sort((one, other) => rank(other) - rank(one))
}

// Draws data into a canvas; `open` is told what is clicked, with where. Returns the picture.
function drawPicture(vis, canvas, given, open) {
  const data = upright(given, canvas.clientWidth)
  const degrees = degreesOf(data)
  let seen = whole(data, canvas.clientWidth)
  canvas.style.height = `${seen.high}px`
  const marks = marksOf(data, seen, canvas.clientWidth, degrees)
  const things = named(data, marks, degrees)
  const byId = new Map(things.map((thing) => [thing.id, thing]))
  const order = new Map(things.map((thing, i) => [thing.id, i]))
  const upwards = [...marks].sort((one, other) => order.get(other.id) - order.get(one.id)) // what matters is drawn on top
  const nodes = new vis.DataSet(upwards)
  const picture = new vis.Network(canvas, { nodes, edges: new vis.DataSet([]) }, OPTIONS)
  canvas.querySelector('.vis-network').removeAttribute('tabindex')
  const lines = linesOf(data)
  let paths = []
  let hovered
  let chosen
  let moved = false
  const looked = () => hovered ?? chosen
  const touches = (line) => {
    const one = looked()
    return one.node === undefined ? line.id === one.edge : line.source === one.node || line.target === one.node
  }

  function toScreen({ x, y }) {
    const { scale, translation } = picture.body.view
    return { x: x * scale + translation.x, y: y * scale + translation.y }
  }

  function onScreen(context, draw) {
    const ratio = context.canvas.width / canvas.clientWidth
    context.save()
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    draw()
    context.restore()
  }

  picture.on('beforeDrawing', (context) => onScreen(context, () => {
    for (const thing of things) Object.assign(thing, { x: picture.body.nodes[thing.id].x, y: picture.body.nodes[thing.id].y })
    const { scale } = picture.body.view
    const at = (id) => ({ ...toScreen(byId.get(id)), mark: byId.get(id).size * scale + 2 })
    const middle = data.radial ? toScreen({ x: 0, y: 0 }) : undefined
    const sized = { wide: canvas.clientWidth, high: canvas.clientHeight }
    paths = drawLines(context, { lines, at, middle, seen: looked() && touches, ...sized })
  }))

  picture.on('afterDrawing', (context) => onScreen(context, () => {
    const one = looked()
    const mine = one ? paths.filter(({ line }) => touches(line)) : []
    const near = new Set(one?.node === undefined ? [] : [one.node])
    for (const { line } of mine) near.add(line.source).add(line.target)
    const first = near.size ? [...things].sort((a, b) => near.has(b.id) - near.has(a.id)) : things
    const said = data.edgeLabels ? paths : mine.length <= NAMED_LINES ? mine : []
    writeNames(context, { things: first, near, paths: said, toScreen, scale: picture.body.view.scale, room: seen.room, canvas })
    ring(context, chosen?.node, 3)
    ring(context, hovered?.node, 2)
  }))

  function ring(context, id, width) {
    const thing = byId.get(id)
    if (!thing) return
    const { x, y } = toScreen(thing)
    context.strokeStyle = '#1D2433'
    context.lineWidth = width
    context.beginPath()
    context.arc(x, y, thing.size * picture.body.view.scale + 4, 0, 2 * Math.PI)
    context.stroke()
  }

  function moveTo(scale, position) {
    moved = true
    picture.moveTo({ scale, position })
  }
  const handles = zoomable(canvas, {
    zoom(factor, point) {
      const scale = picture.getScale()
      const wanted = Math.max(Math.min(seen.scale, 1) * 0.5, Math.min(Math.max(NEAREST, seen.scale), scale * factor))
      const [held, centre] = [picture.DOMtoCanvas(point), picture.getViewPosition()]
      const part = scale / wanted
      moveTo(wanted, { x: held.x + (centre.x - held.x) * part, y: held.y + (centre.y - held.y) * part })
    },
    pan(right, down) {
      const [scale, centre] = [picture.getScale(), picture.getViewPosition()]
      moveTo(scale, { x: centre.x - right / scale, y: centre.y - down / scale })
    },
    fit() {
      moved = false
      picture.moveTo(seen)
    },
  })

  // What lies at a point of the frame: the mark under it or near it, else a line.
  function picked(point, reach) {
    let nearest = Infinity
    let node
    for (const thing of things) {
      const at = toScreen(thing)
      const far = Math.hypot(at.x - point.x, at.y - point.y) - thing.size * picture.body.view.scale
      if (far < nearest) [nearest, node] = [far, thing.id]
    }
    if (nearest <= POINTER / 2) return { node }
    const line = lineAt(paths, point, reach / 2 + 2)
    if (line && nearest > reach / 2) return { edge: line.id }
    if (nearest <= reach) return { node }
    return line && { edge: line.id }
  }

  const place = ({ clientX, clientY }) => {
    const box = canvas.getBoundingClientRect()
    return { x: clientX - box.left, y: clientY - box.top }
  }
  const tip = element('div', { className: 'tip', hidden: true })
  canvas.append(tip)
  const saying = new Map([...data.nodes, ...data.edges].map((one) => [one.id, `${one.label}\n${one.said}`]))
  function hover(found, point) {
    const same = found?.node === hovered?.node && found?.edge === hovered?.edge
    hovered = found
    canvas.style.cursor = found ? 'pointer' : ''
    tip.hidden = !found
    if (found) {
      tip.textContent = saying.get(found.node ?? found.edge)
      tip.style.left = `${Math.max(4, Math.min(point.x + 14, canvas.clientWidth - tip.offsetWidth - 4))}px`
      tip.style.top = `${point.y + 18 + tip.offsetHeight > canvas.clientHeight ? point.y - tip.offsetHeight - 10 : point.y + 18}px`
    }
    if (!same) picture.redraw()
  }
  let pressed = { x: 0, y: 0 }
  canvas.addEventListener('pointerdown', (event) => {
    pressed = event
    const byMouse = event.pointerType !== 'touch'
    picture.setOptions({ interaction: { dragView: byMouse, dragNodes: byMouse } })
  }, { capture: true })
  canvas.addEventListener('pointermove', (event) => {
    if (event.pointerType !== 'touch' && !event.buttons) hover(picked(place(event), POINTER), place(event))
    else if (event.buttons) moved = true
  })
  canvas.addEventListener('pointerleave', () => hover(undefined))
  canvas.addEventListener('click', (event) => {
    if (Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY) > MOVED) return
    const found = picked(place(event), pressed.pointerType === 'touch' ? FINGER : POINTER)
    if (!found) return
    chosen = found
    hover(undefined)
    picture.redraw()
    open(found, event)
  })

  const watch = new ResizeObserver(() => {
    const now = whole(data, canvas.clientWidth)
    if (!canvas.clientWidth || now.scale === seen.scale) return
    seen = { ...now, high: seen.high, scale: Math.min(now.scale, (seen.high / now.high) * now.scale) }
    const sized = marksOf(data, seen, canvas.clientWidth, degrees)
    nodes.update(sized.map(({ id, size }) => ({ id, size })))
    for (const { id, size } of sized) byId.get(id).size = size
    if (!moved) picture.moveTo(seen)
  })
  picture.once('afterDrawing', () => {
    picture.moveTo(seen)
    watch.observe(canvas)
  })
  return {
    picture,
    handles,
    paths: () => paths,
    choose(one) {
      chosen = byId.has(one.node) || lines.some((line) => line.id === one.edge) ? one : undefined
      picture.redraw()
    },
    destroy() {
      watch.disconnect()
      picture.destroy()
    },
  }
}
