// Shows a network in the app and tells the panel what was clicked.

async function library() {
  while (!globalThis.vis?.Network) await new Promise((resolve) => setTimeout(resolve, 15))
  return globalThis.vis
}

// On a telephone the panel is a sheet over the picture: what it tells of is scrolled into the room above it, also where an address or
// the search opened it.
function keepInSight(box, canvas, node) {
  const panel = document.querySelector('.st-key-panel[data-open]')
  const place = box.isConnected && node && box.drawn.picture.getPositions([node])[node]
  if (!place || !panel || getComputedStyle(panel).left !== '0px') return
  const sheet = panel.getBoundingClientRect().top
  const at = canvas.getBoundingClientRect().top + box.drawn.picture.canvasToDOM(place).y
  if (at > 0 && at + 24 <= sheet) return
  document.querySelector('[data-testid=stMain]').scrollBy({ top: at - sheet * ABOVE_SHEET, behavior: 'smooth' })
}

const SETTLED = 500 // milliseconds after which the page stands as the tap or the address left it

export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  const told = JSON.stringify(data)
  const former = parentElement.querySelector('.network')
  if (former?.told === told) return undefined // a rerun with the same picture keeps what the reader moved and zoomed
  const listed = Boolean(former?.querySelector('details')?.open) // a picture drawn anew keeps its list open
  former?.end()
  const ending = new AbortController()
  const canvas = element('div', { className: 'canvas', role: 'img', ariaLabel: data.words.described, tabIndex: 0 })
  const open = (clicked, from) => {
    if (data.asks) setTriggerValue('clicked', clicked)
    else openInPanel(box, Object.fromEntries(Object.entries(clicked).map(([name, id]) => [name, [id]])), from)
  }
  const box = element('div', { className: 'network', told }, canvas, legend(data), list(data, open, listed))
  box.end = () => {
    ending.abort()
    box.drawn?.destroy()
    box.remove()
  }
  parentElement.append(box)
  library().then((vis) => {
    if (!box.isConnected) return
    box.drawn = drawPicture(vis, canvas, data, open)
    box.prepend(zoomButtons(data.words, box.drawn.handles))
    whenOpened(({ node, edge }) => {
      box.drawn.choose({ node: node?.[0], edge: edge?.[0] })
      setTimeout(() => keepInSight(box, canvas, node?.[0]), SETTLED)
    }, ending.signal)
    box.drawn.picture.once('afterDrawing', () => { box.dataset.ready = 'true' })
  })
  return box.end
}
