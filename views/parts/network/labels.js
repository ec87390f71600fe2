// Writes the names of things onto a network's canvas: always large enough to read, never one over another. Where there is no
// room for all, the things with the most relations come first; zooming in makes room for the rest.

const FONT = '"Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif'
const INK = '#1D2433'
const PAPER = '#FCFCFE'
const SMALLEST = 11.5
const LARGEST = 16
const PER_LINE = 10
const ALWAYS = 10 // names that may stand on the marks of other things, so that a crowd is not left without any
const CELL = 48
const BUTTON = [125, 42] // pixels that the button in the corner covers

// Rectangles that are taken, found by the cells of a grid that they touch.
class Taken {
  constructor() {
    this.cells = new Map()
  }

  *touched([left, top, right, bottom]) {
    for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x++) {
      for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y++) yield `${x} ${y}`
    }
  }

  add(box) {
    for (const cell of this.touched(box)) {
      if (!this.cells.has(cell)) this.cells.set(cell, [])
      this.cells.get(cell).push(box)
    }
  }

  free(box) {
    for (const cell of this.touched(box)) {
      for (const other of this.cells.get(cell) ?? []) {
        if (box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]) return false
      }
    }
    return true
  }
}

const NEVER_FIRST = '、，。；：！？”’》）〉】,.;:!?)%'
const NEVER_LAST = '“‘《（〈【('

// Cuts a name into at most three lines of nearly one length; no sign stands where Chinese type never puts it.
function cutIntoLines(text) {
  const characters = [...text]
  const count = Math.min(3, Math.ceil(characters.length / PER_LINE))
  const width = Math.min(PER_LINE, Math.max(1, Math.ceil(characters.length / Math.max(1, count))))
  const cut = []
  while (characters.length && cut.length < 3) {
    let end = Math.min(width, characters.length)
    while (end < characters.length && NEVER_FIRST.includes(characters[end])) end++
    while (end > 1 && end < characters.length && NEVER_LAST.includes(characters[end - 1])) end--
    cut.push(characters.splice(0, end).join(''))
  }
  if (characters.length) cut[2] = cut[2].slice(0, -1) + '…'
  return cut
}

function write(context, text, x, y) {
  context.strokeText(text, x, y)
  context.fillText(text, x, y)
}

function pen(context, size, bold) {
  context.font = `${bold ? '600 ' : ''}${size}px ${FONT}`
  context.fillStyle = INK
  context.strokeStyle = PAPER
  context.lineWidth = 3.5
  context.lineJoin = 'round'
}

// Names beside their things: below, above, right, left, whichever is free first.
function besideThings(context, things, toScreen, scale, size) {
  const names = new Taken()
  const marks = new Taken()
  const placed = things.map((thing) => ({ thing, at: toScreen(thing), mark: thing.size * scale + 2 }))
  const inside = ([left, top, right, bottom]) => left >= 2 && top >= 2 && right <= context.wide - 2 && bottom <= context.high - 2
  const seen = placed.filter(({ at }) => at.x >= 0 && at.y >= 0 && at.x <= context.wide && at.y <= context.high)
  names.add([context.wide - BUTTON[0], 0, context.wide, BUTTON[1]])
  for (const { at, mark } of seen) marks.add([at.x - mark, at.y - mark, at.x + mark, at.y + mark])
  seen.forEach(({ thing, at, mark }, rank) => {
    const letters = thing.focus ? size + 3 : size
    pen(context, letters, thing.focus || thing.head)
    thing.lines ??= cutIntoLines(thing.label)
    const unit = Math.max(...thing.lines.map((line) => (thing.widths ??= {})[line] ??= context.measureText(line).width / letters))
    const width = unit * letters + 4
    const height = thing.lines.length * letters * 1.2
    const boxes = [[-width / 2, mark + 1], [-width / 2, -mark - height - 1], [mark + 2, -height / 2], [-mark - width - 2, -height / 2]]
      .map(([x, y]) => [at.x + x, at.y + y, at.x + x + width, at.y + y + height])
    const open = boxes.filter((box) => inside(box) && names.free(box))
    const box = open.find((one) => marks.free(one)) ?? (rank < ALWAYS || thing.focus ? open[0] : undefined)
    if (!box) return
    names.add(box)
    context.textAlign = 'center'
    context.textBaseline = 'top'
    thing.lines.forEach((line, i) => write(context, line, (box[0] + box[2]) / 2, box[1] + (i + 0.1) * letters * 1.2))
  })
  return names
}

// Names along the radius, outside a circle of things.
function roundTheCircle(context, things, toScreen, size, room) {
  const middle = toScreen({ x: 0, y: 0 })
  const taken = []
  pen(context, size, false)
  for (const thing of things) {
    const at = toScreen(thing)
    const radius = Math.hypot(at.x - middle.x, at.y - middle.y)
    const angle = Math.atan2(at.y - middle.y, at.x - middle.x)
    const apart = (other) => Math.abs(Math.atan2(Math.sin(angle - other), Math.cos(angle - other))) * radius
    if (taken.some((other) => apart(other) < size * 0.98)) continue
    taken.push(angle)
    const most = Math.max(3, Math.floor((room - 14) / size))
    const characters = [...thing.label]
    const said = characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : thing.label
    const turned = Math.abs(angle) > Math.PI / 2
    context.save()
    context.translate(at.x, at.y)
    context.rotate(turned ? angle + Math.PI : angle)
    context.textAlign = turned ? 'right' : 'left'
    context.textBaseline = 'middle'
    write(context, said, turned ? -9 : 9, 0)
    context.restore()
  }
  return new Taken()
}

// What stands on the lines, where no name is in the way.
function onLines(context, lines, toScreen, scale, names) {
  const size = Math.min(13, Math.max(SMALLEST - 0.5, 12 * scale))
  pen(context, size, false)
  context.fillStyle = '#3D4663'
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  for (const { label, middle } of lines) {
    const at = toScreen(middle())
    const width = context.measureText(label).width / 2 + 1
    const box = [at.x - width, at.y - size / 2, at.x + width, at.y + size / 2]
    if (!names.free(box)) continue
    names.add(box)
    write(context, label, at.x, at.y)
  }
}

// Writes all names of a picture. `things` come in the order of their rank; `room` is what a name round a circle may take.
function writeNames(context, { things, lines, view, wide, high, room }) {
  const ratio = context.canvas.width / wide
  const toScreen = ({ x, y }) => ({ x: x * view.scale + view.translation.x, y: y * view.scale + view.translation.y })
  const size = Math.min(LARGEST, Math.max(SMALLEST, 15 * view.scale))
  context.save()
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  Object.assign(context, { wide, high })
  const names = room
    ? roundTheCircle(context, things, toScreen, SMALLEST, room)
    : besideThings(context, things, toScreen, view.scale, size)
  onLines(context, lines, toScreen, view.scale, names)
  context.restore()
}
