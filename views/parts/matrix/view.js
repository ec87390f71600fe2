// A table of buttons: cells, and heads of rows. Labels only ever reach textContent.

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children)
  return made
}

function cell(data, row, column, n, tell) {
  const said = `${row.label} × ${column.label}`
  if (!n) return element('td', { className: 'blank', title: `${said}：${data.words.blank}`, ariaLabel: data.words.blank })
  const open = data.open[0] === row.id && data.open[1] === column.id
  const button = element('button', { type: 'button', textContent: n, title: said, ariaLabel: `${said}：${n}`, ariaPressed: open })
  const share = 0.16 + 0.5 * (n / data.most) // light enough for dark figures
  button.style.background = column.colour + Math.round(share * 255).toString(16).padStart(2, '0')
  button.addEventListener('click', () => tell({ row: row.id, column: column.id }))
  return element('td', { className: open ? 'open' : '' }, button)
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  const tell = (picked) => setTriggerValue('picked', picked)
  const former = parentElement.querySelector('.matrix')
  const scrolled = [former?.scrollLeft ?? 0, former?.scrollTop ?? 0]
  former?.remove()
  const head = element('tr', {}, element('th', { className: 'corner', textContent: data.words.corner }))
  for (const column of data.columns) {
    head.append(element('th', { scope: 'col', title: `${column.label}\n${column.kind}` }, element('span', { textContent: column.label })))
  }
  const body = element('tbody', {})
  data.rows.forEach((row, i) => {
    const mark = element('i', { className: row.shape, ariaHidden: 'true' })
    mark.style.background = row.colour
    const name = element('button', { type: 'button', title: data.words['compare this'], ariaPressed: row.chosen }, mark, row.label)
    name.addEventListener('click', () => tell({ row: row.id }))
    const line = element('tr', { className: row.chosen ? 'chosen' : '' }, element('th', { scope: 'row' }, name))
    data.columns.forEach((column, j) => line.append(cell(data, row, column, data.cells[i][j], tell)))
    body.append(line)
  })
  const box = element('div', { className: 'matrix', tabIndex: 0 }, element('table', {}, element('thead', {}, head), body))
  box.dataset.ready = 'true'
  parentElement.append(box)
  box.scrollTo(...scrolled)
  return undefined
}
