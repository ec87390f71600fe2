// The things and relations of a network as a list, for the keyboard and for whoever reads rather than looks.

function list(data, open, isOpen = false) {
  const byId = new Map(data.nodes.map((node) => [node.id, node.label]))
  const beside = (said) => (said ? data.words.beside.replace('#', () => said) : '')
  const items = [
    ...data.nodes.map((node) => [{ node: node.id }, `${node.label}${beside(node.said)}`]),
    ...data.edges.map((edge) => [
      { edge: edge.id },
      `${byId.get(edge.source)} — ${edge.label} → ${byId.get(edge.target)}${beside(edge.said)}`,
    ]),
  ]
  const shown = element('ul')
  const fold = element('details', { open: isOpen }, element('summary', { textContent: data.words.list }), shown)
  // Thousands of buttons are made when somebody asks for them.
  fold.addEventListener('toggle', () => {
    for (const [clicked, text] of items.splice(0)) {
      const button = element('button', { type: 'button', textContent: text })
      button.addEventListener('click', () => open(clicked, button))
      shown.append(element('li', {}, button))
    }
  })
  return fold
}
