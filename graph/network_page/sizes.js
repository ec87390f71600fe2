// How large a picture and its marks are in the room that they have, and what of it is named first.

const ROOM = 40 // pixels around the picture that are left for names
const FULL = 760 // pixels of width from which on marks of a given size have it
const UPRIGHT = 560 // pixels of width below which a picture is higher than wide

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
