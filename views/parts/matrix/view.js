// A table of buttons. It scrolls sideways only: up and down it goes with the page, its heads staying in sight. Labels only ever reach
// textContent.

const ON_PAPER = 44 // columns that a sheet of paper is wide enough for

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children)
  return made
}

class MatrixTable {
  constructor(data) {
    this.data = data
    this.cells = new Map()
    this.names = new Map()
    this.pair = []
    this.heads = element('div', { className: 'heads' }, this.table('thead', this.head()))
    this.body = element('div', { className: 'body', tabIndex: 0, role: 'region', ariaLabel: data.words.corner },
      this.table('tbody', ...data.rows.map((row, i) => this.row(row, data.cells[i]))))
    this.body.addEventListener('scroll', () => { this.heads.scrollLeft = this.body.scrollLeft }, { passive: true })
    this.box = element('div', { className: data.columns.length > ON_PAPER ? 'matrix many' : 'matrix' }, this.heads, this.body)
  }

  table(part, ...rows) {
    const columns = element('colgroup', {}, element('col', { className: 'first' }), ...this.data.columns.map(() => element('col')))
    return element('table', {}, columns, element(part, {}, ...rows))
  }

  head() {
    const row = element('tr', {}, element('th', { className: 'corner', textContent: this.data.words.corner }))
    for (const column of this.data.columns) {
      const said = element('span', { textContent: column.label })
      const name = column.opens ? element('button', { type: 'button' }, said) : said
      if (column.opens) name.addEventListener('click', (event) => openInPanel(this.box, { node: [column.id] }, event))
      row.append(element('th', { scope: 'col', title: `${column.label}\n${column.kind}` }, name))
    }
    return row
  }

  row(row, numbers) {
    const mark = element('i', { className: row.shape, ariaHidden: 'true' })
    mark.style.background = row.colour
    const name = element('button', { type: 'button', title: `${row.label}\n${this.data.words['compare this']}`, ariaPressed: false }, mark, row.label)
    name.addEventListener('click', (event) => openInPanel(this.box, this.compared(row.id), event))
    this.names.set(row.id, name)
    const line = element('tr', {}, element('th', { scope: 'row' }, name))
    this.data.columns.forEach((column, j) => line.append(this.cell(row, column, numbers[j])))
    return line
  }

  // The compared rows after one was clicked: taken out if it was in, else the last one and this.
  compared(id) {
    const pair = this.pair.includes(id) ? this.pair.filter((one) => one !== id) : [...this.pair, id].slice(-2)
    return pair.length ? { pair } : {}
  }

  cell(row, column, n) {
    const said = `${row.label} × ${column.label}`
    if (!n) return element('td', { className: 'blank', title: `${said}${this.data.words.colon}${this.data.words.blank}`, ariaLabel: this.data.words.blank })
    const button = element('button', { type: 'button', textContent: n, title: said, ariaLabel: `${said}${this.data.words.colon}${n}`, ariaPressed: false })
    const share = 0.16 + 0.5 * (n / this.data.most) // light enough for dark figures
    button.style.background = column.colour + Math.round(share * 255).toString(16).padStart(2, '0')
    button.addEventListener('click', (event) => openInPanel(this.box, { row: [row.id], column: [column.id] }, event))
    this.cells.set(`${row.id} ${column.id}`, button)
    const shown = element('td', {}, button)
    shown.dataset.head = column.label // for paper
    return shown
  }

  choose({ row = [], column = [], pair = [] }) {
    this.pair = pair
    const open = this.cells.get(`${row[0]} ${column[0]}`)
    for (const button of this.cells.values()) button.ariaPressed = button === open
    for (const [id, name] of this.names) {
      name.ariaPressed = pair.includes(id)
      name.closest('tr').className = pair.includes(id) ? 'chosen' : ''
    }
    if (open) this.uncover(open)
  }

  // The panel made the table narrower: what was clicked is brought back into sight, sideways only.
  uncover(cell) {
    const [box, at] = [this.body.getBoundingClientRect(), cell.getBoundingClientRect()]
    const first = this.body.querySelector('th').offsetWidth
    if (at.right > box.right) this.body.scrollLeft += at.right - box.right + at.width
    else if (at.left < box.left + first) this.body.scrollLeft -= box.left + first - at.left
  }
}

export default function (component) {
  const { data, parentElement } = component
  const told = JSON.stringify(data)
  const former = parentElement.querySelector('.matrix')
  if (former?.told === told) return undefined
  former?.end()
  const table = new MatrixTable(data)
  const ending = new AbortController()
  Object.assign(table.box, {
    told,
    end() {
      ending.abort()
      table.box.remove()
    },
  })
  parentElement.append(table.box)
  whenOpened((opened) => table.choose(opened), ending.signal)
  table.box.dataset.ready = 'true'
  return table.box.end
}
