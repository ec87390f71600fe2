// Draws a network: vis-network places and moves the marks, lines and names are written by lines.js and labels.js. Labels only ever
// reach a canvas or textContent.

const NEAREST = 3 // pixels of the screen to one of the picture, at the most
const FINGER = 24 // pixels within which a tap means a mark or a line
const POINTER = 7
const NAMED_LINES = 14 // lines of what is looked at up to which their relations are written on them
const MOVED = 6 // pixels from which on a press is no click

const OPTIONS = {
  physics: false,
  autoResize: false, // else what is drawn is zoomed after it was fitted
  layout: { improvedLayout: false },
  interaction: { zoomView: false, keyboard: false, hover: false, tooltipDelay: 1e9, selectConnectedEdges: false },
  nodes: { chosen: false },
}

// Draws data into a canvas; `open` is told what is clicked, with where. Returns the picture.
function drawPicture(vis, canvas, given, open) {
  let data = upright(given, canvas.clientWidth)
  const degrees = degreesOf(data)
  let wide = canvas.clientWidth
  let seen = whole(data, wide)
  canvas.style.height = `${seen.high}px`
  const marks = marksOf(data, seen, wide, degrees)
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
  let pressed = { clientX: 0, clientY: 0 }
  const far = (event) => Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY)
  canvas.addEventListener('pointerdown', (event) => {
    pressed = event
    const byMouse = event.pointerType !== 'touch'
    picture.setOptions({ interaction: { dragView: byMouse, dragNodes: byMouse } })
  }, { capture: true })
  canvas.addEventListener('pointermove', (event) => {
    if (event.pointerType !== 'touch' && !event.buttons) hover(picked(place(event), POINTER), place(event))
    else if (event.buttons && far(event) > MOVED) moved = true
  })
  canvas.addEventListener('pointerleave', () => hover(undefined))
  canvas.addEventListener('click', (event) => {
    if (far(event) > MOVED) return
    const found = picked(place(event), pressed.pointerType === 'touch' ? FINGER : POINTER)
    if (!found) return
    chosen = found
    hover(undefined)
    picture.redraw()
    open(found, event)
  })

  // A picture that was not moved is fitted to the room it has now: the panel takes from it when it opens.
  const watch = new ResizeObserver(() => {
    if (!canvas.clientWidth || canvas.clientWidth === wide) return
    wide = canvas.clientWidth
    if (!moved) data = upright(given, wide)
    seen = whole(data, wide)
    canvas.style.height = `${seen.high}px`
    const sized = marksOf(data, seen, wide, degrees)
    nodes.update(sized.map(({ id, size, x, y }) => (moved ? { id, size } : { id, size, x, y })))
    for (const { id, size } of sized) byId.get(id).size = size
    picture.setSize('100%', '100%')
    if (moved) picture.redraw()
    else picture.moveTo(seen)
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
