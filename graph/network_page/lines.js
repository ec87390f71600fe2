// The lines of a network, drawn on its canvas in pixels of the screen, so that the five grades are told apart however near the
// reader is; and which of them lies under the pointer. Many lines are pale, those of the thing that is looked at are not.

const LINE = '#8A8FA3'
const LINE_SEEN = '#3D4663'
const CROWDED = 150 // lines from which on they are paler, the more the paler
const ARROWS = 400 // lines up to which all have a head
const TOWARDS_MIDDLE = 0.72 // how far a line of a circle is drawn towards the middle

// The lines with what of them never changes: how often two things were tied before, and by what a line is bent aside.
function linesOf(data) {
  const between = new Map()
  return data.edges.map((edge) => {
    const pair = [edge.source, edge.target].sort().join('\n')
    const nth = between.get(pair) ?? 0
    between.set(pair, nth + 1)
    const side = (nth % 2 ? 1 : -1) * Math.ceil(nth / 2) * (edge.source < edge.target ? 1 : -1)
    return { ...edge, bent: side * 0.16 }
  })
}

// Where a line runs on the screen: its ends at the rims of their marks, and the point towards which it bends.
function path(line, at, middle) {
  const [from, to] = [at(line.source), at(line.target)]
  let control = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
  if (middle) {
    control = { x: control.x + (middle.x - control.x) * TOWARDS_MIDDLE, y: control.y + (middle.y - control.y) * TOWARDS_MIDDLE }
  }
  control = { x: control.x - (to.y - from.y) * line.bent * 2, y: control.y + (to.x - from.x) * line.bent * 2 }
  const rim = (end) => {
    const far = Math.hypot(control.x - end.x, control.y - end.y) || 1
    const part = Math.min(0.9, end.mark / far)
    return { x: end.x + (control.x - end.x) * part, y: end.y + (control.y - end.y) * part }
  }
  return { line, from: rim(from), to: rim(to), control, straight: !middle && !line.bent }
}

function along({ from, to, control, straight }, part) {
  const rest = 1 - part
  if (straight) return { x: from.x * rest + to.x * part, y: from.y * rest + to.y * part }
  const mix = (side) => rest * rest * from[side] + 2 * rest * part * control[side] + part * part * to[side]
  return { x: mix('x'), y: mix('y') }
}

function head(drawn, { to, control }) {
  const angle = Math.atan2(to.y - control.y, to.x - control.x)
  drawn.moveTo(to.x, to.y)
  for (const turn of [2.7, -2.7]) drawn.lineTo(to.x + 8 * Math.cos(angle + turn), to.y + 8 * Math.sin(angle + turn))
  drawn.closePath()
}

// Lines of one style are one stroke: where they cross they do not grow darker.
function stroke(context, paths, { colour, opacity, width, heads }) {
  const styles = grouped(paths, (one) => one.line.dashes.join(' '))
  context.strokeStyle = context.fillStyle = colour
  context.globalAlpha = opacity
  context.lineWidth = width
  for (const held of styles.values()) {
    const drawn = new Path2D()
    const tips = new Path2D()
    for (const one of held) {
      drawn.moveTo(one.from.x, one.from.y)
      if (one.straight) drawn.lineTo(one.to.x, one.to.y)
      else drawn.quadraticCurveTo(one.control.x, one.control.y, one.to.x, one.to.y)
      if (heads) head(tips, one)
    }
    context.setLineDash(held[0].line.dashes)
    context.stroke(drawn)
    context.setLineDash([])
    context.fill(tips)
  }
  context.globalAlpha = 1
}

// Draws lines. `at` gives a thing's place and the radius of its mark; `seen` says whether a line is looked at, undefined where
// nothing is. Returns the paths of all that is in sight, those that are looked at last.
function drawLines(context, { lines, at, wide, high, middle, seen }) {
  const inside = ({ from, to }) =>
    Math.max(from.x, to.x) >= 0 && Math.min(from.x, to.x) <= wide && Math.max(from.y, to.y) >= 0 && Math.min(from.y, to.y) <= high
  const paths = lines.map((line) => path(line, at, middle)).filter((one) => middle || inside(one))
  const crowd = Math.sqrt(CROWDED / Math.max(CROWDED, lines.length))
  const opacity = (middle ? 0.55 : 1) * Math.max(0.22, crowd) * (seen ? 0.4 : 1)
  const looked = seen ? paths.filter((one) => seen(one.line)) : []
  const others = looked.length ? paths.filter((one) => !seen(one.line)) : paths
  stroke(context, others, { colour: LINE, opacity, width: lines.length > CROWDED ? 1 : 1.6, heads: lines.length <= ARROWS })
  stroke(context, looked, { colour: LINE_SEEN, opacity: 1, width: 2, heads: true })
  return [...others, ...looked]
}

// The line nearest to a point, if it is within reach.
function lineAt(paths, { x, y }, reach) {
  let found
  let nearest = reach
  for (const one of paths) {
    const sides = (side) => [one.from[side], one.to[side], one.control[side]]
    if (x < Math.min(...sides('x')) - reach || x > Math.max(...sides('x')) + reach) continue
    if (y < Math.min(...sides('y')) - reach || y > Math.max(...sides('y')) + reach) continue
    for (let step = 0; step < 24; step++) {
      const [here, next] = [along(one, step / 24), along(one, (step + 1) / 24)]
      const [dx, dy] = [next.x - here.x, next.y - here.y]
      const part = Math.max(0, Math.min(1, ((x - here.x) * dx + (y - here.y) * dy) / (dx * dx + dy * dy || 1)))
      const far = Math.hypot(here.x + part * dx - x, here.y + part * dy - y)
      if (far <= nearest) [found, nearest] = [one.line, far]
    }
  }
  return found
}
