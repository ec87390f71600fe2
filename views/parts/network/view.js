// Shows a network in the app and tells the panel what was clicked.

async function library() {
  while (!globalThis.vis?.Network) await new Promise((resolve) => setTimeout(resolve, 15))
  return globalThis.vis
}

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
    whenOpened(({ node, edge }) => box.drawn.choose({ node: node?.[0], edge: edge?.[0] }), ending.signal)
    box.drawn.picture.once('afterDrawing', () => { box.dataset.ready = 'true' })
  })
  return box.end
}
