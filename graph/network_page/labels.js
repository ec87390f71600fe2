// Writes the names of things onto a network's canvas: always large enough to read, never one over another. Where there is no
// room for all, the things with the most relations come first; zooming in makes room for the rest.

const FONT = '"Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif'
const INK = '#1D2433'
const PAPER = '#FCFCFE'
const QUIET = '#3D4663'
const SMALLEST = 11.5
const LARGEST = 16
const PER_LINE = 10
const ALWAYS = 10 // names that may stand on the marks of other things, so that a crowd is not left without any
const CELL = 48

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

// How wide a text is, in Chinese characters.
function widthOf(text) {
  return [...text].reduce((sum, one) => sum + (one < '\u2000' ? 0.55 : 1), 0)
}

// Cuts a name into at most three lines of nearly one length; no word of letters is cut, and no sign stands where type never puts it.
function cutIntoLines(text) {
  const pieces = text.match(/[\u0021-\u1fff]+ *|./gsu) ?? []
  const count = Math.min(3, Math.ceil(widthOf(text) / PER_LINE))
  const width = Math.min(PER_LINE, widthOf(text) / Math.max(1, count))
  const lines = ['']
  for (const piece of pieces) {
    const line = lines.at(-1)
    const last = line.at(-1)
    const full = line && widthOf(line) + widthOf(piece) / 2 > width
    if (full && !NEVER_FIRST.includes(piece) && !NEVER_LAST.includes(last)) lines.push(piece)
    else lines[lines.length - 1] += piece
  }
  const left = lines.splice(3)
  if (left.length) lines[2] = `${[...lines[2]].slice(0, -1).join('')}…`
  return lines.map((line) => line.trim()).filter(Boolean)
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

// Names beside their things: below, above, right, left, whichever is free first. Returns what is taken, by names and by marks.
function besideThings(context, { things, near, toScreen, scale, wide, high }) {
  const size = Math.min(LARGEST, Math.max(SMALLEST, 15 * scale))
  const names = new Taken()
  const marks = new Taken()
  const placed = things.map((thing) => ({ thing, at: toScreen(thing), mark: thing.size * scale + 2 }))
  const inside = ([left, top, right, bottom]) => left >= 2 && top >= 2 && right <= wide - 2 && bottom <= high - 2
  const seen = placed.filter(({ at }) => at.x >= 0 && at.y >= 0 && at.x <= wide && at.y <= high)
  for (const { at, mark } of seen) marks.add([at.x - mark, at.y - mark, at.x + mark, at.y + mark])
  seen.forEach(({ thing, at, mark }, rank) => {
    const letters = thing.focus ? size + 3 : size
    const first = thing.focus || near.has(thing.id)
    pen(context, letters, first)
    thing.lines ??= thing.label.split('\n').flatMap(cutIntoLines)
    const unit = Math.max(...thing.lines.map((line) => (thing.widths ??= {})[line + first] ??= context.measureText(line).width / letters))
    const width = unit * letters + 4
    const height = thing.lines.length * letters * 1.2
    const boxes = [[-width / 2, mark + 1], [-width / 2, -mark - height - 1], [mark + 2, -height / 2], [-mark - width - 2, -height / 2]]
      .map(([x, y]) => [at.x + x, at.y + y, at.x + x + width, at.y + y + height])
    const open = boxes.filter((box) => inside(box) && names.free(box))
    const box = open.find((one) => marks.free(one)) ?? (rank < ALWAYS || first ? open[0] : undefined)
    if (!box) return
    names.add(box)
    context.textAlign = 'center'
    context.textBaseline = 'top'
    thing.lines.forEach((line, i) => write(context, line, (box[0] + box[2]) / 2, box[1] + (i + 0.1) * letters * 1.2))
  })
  return [names, marks]
}

// Names along the radius, outside a circle of things.
function roundTheCircle(context, { things, near, toScreen, room }) {
  const size = SMALLEST
  const middle = toScreen({ x: 0, y: 0 })
  const taken = []
  for (const thing of things) {
    pen(context, size, near.has(thing.id))
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
  return [new Taken()]
}

// What stands on the lines, where no name and no mark is in the way: in the middle, or else nearer to an end.
function onLines(context, paths, scale, taken) {
  const written = new Taken()
  const size = Math.min(13, Math.max(SMALLEST - 0.5, 12 * scale))
  pen(context, size, false)
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  for (const one of paths) {
    const lines = one.line.label.split('\n')
    const half = Math.max(...lines.map((line) => context.measureText(line).width)) / 2 + 1
    const high = (lines.length * size * 1.15) / 2
    for (const part of [0.5, 0.38, 0.62, 0.27, 0.73]) {
      const at = along(one, part)
      const box = [at.x - half, at.y - high, at.x + half, at.y + high]
      if (![written, ...taken].every((one) => one.free(box))) continue
      written.add(box)
      // The line is broken behind its words: run through, a number would be misread.
      context.fillStyle = PAPER
      context.fillRect(box[0], box[1], box[2] - box[0], box[3] - box[1])
      context.fillStyle = QUIET
      lines.forEach((line, i) => write(context, line, at.x, at.y + (i - (lines.length - 1) / 2) * size * 1.15))
      break
    }
  }
}

// Writes all names of a picture, on the screen's pixels. `things` come in the order of their rank, those of `near` are bold; `room`
// is what a name round a circle may take; `paths` are lines on which their relation is written.
function writeNames(context, { things, near, paths, toScreen, scale, room, canvas }) {
  const seen = { things, near, toScreen, scale, room, wide: canvas.clientWidth, high: canvas.clientHeight }
  onLines(context, paths, scale, room ? roundTheCircle(context, seen) : besideThings(context, seen))
}
