// The saved page: the picture of the app, with a panel whose cards are made from what the page holds. All text is set as text.

function showPage(data) {
  const drawn = { ...data, edges: data.edges.map((edge) => ({ ...edge, source: edge.from, target: edge.to })) }
  const box = document.querySelector('.network')
  const aside = document.querySelector('aside')
  const canvas = element('div', { className: 'canvas', role: 'img', ariaLabel: data.words.described, tabIndex: 0 })
  box.append(canvas, legend(data), list(drawn, open))
  const nodes = new Map(drawn.nodes.map((node) => [node.id, node]))
  const edges = new Map(drawn.edges.map((edge) => [edge.id, edge]))
  let history = []

  function open(clicked) {
    history.push(clicked)
    show()
  }

  function show() {
    const clicked = history.at(-1)
    aside.hidden = !clicked
    picture.choose(clicked ?? {})
    if (!clicked) return
    const back = element('button', { type: 'button', textContent: `← ${data.said.back}`, hidden: history.length < 2 })
    back.addEventListener('click', () => { history.pop(); show() })
    const close = element('button', { type: 'button', className: 'close', textContent: `${data.said.close} ×` })
    close.addEventListener('click', () => { history = []; show() })
    const card = clicked.node === undefined ? relation(edges.get(clicked.edge)) : things(nodes.get(clicked.node))
    aside.replaceChildren(element('div', { className: 'bar' }, back, close), ...card)
    aside.scrollTop = 0
  }

  function thing(id) {
    const node = nodes.get(id)
    const button = element('button', { type: 'button', className: 'thing', title: node.said }, markOf(node), node.label)
    button.addEventListener('click', () => open({ node: id }))
    return button
  }

  function quotes(edge) {
    if (!edge.quotes.length) return [element('p', { className: 'where', textContent: data.said['no quote'] })]
    return edge.quotes.flatMap((one) => [
      element('blockquote', { lang: 'zh' }, one.before, element('mark', { textContent: one.exact }), one.after),
      element('p', { className: 'where' }, lineOf(one.dashes), `${one.grade} · ${one.where}`),
    ])
  }

  function relation(edge) {
    const line = element('p', {}, thing(edge.source), ` ${edge.label} → `, thing(edge.target))
    return [line, ...quotes(edge)]
  }

  function things(node) {
    const card = [element('h2', {}, markOf(node), node.label), element('p', { className: 'where', textContent: node.said })]
    const mine = drawn.edges.filter((edge) => edge.source === node.id || edge.target === node.id)
    const groups = grouped(mine, (edge) => (edge.source === node.id ? edge.label : `${edge.label} ←`))
    for (const [label, held] of groups) {
      card.push(element('h3', { textContent: label }))
      for (const edge of held) card.push(element('p', {}, thing(edge.source === node.id ? edge.target : edge.source)), ...quotes(edge))
    }
    return card
  }

  const picture = drawPicture(vis, canvas, drawn, open)
  box.prepend(zoomButtons(data.words, picture.handles))
  box.drawn = picture
  picture.picture.once('afterDrawing', () => { box.dataset.ready = 'true' })
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    history = []
    show()
  })
}
