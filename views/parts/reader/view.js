// Shows a document sentence by sentence. Whatever the text says reaches the page through textContent alone.

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children)
  return made
}

// Offsets count code points, as Python does.
function marked(sentence, passage, choose) {
  const characters = [...sentence.text]
  const [from, to] = passage ? [passage[0] - sentence.start, passage[1] - sentence.start] : [0, 0]
  const edges = new Set([0, characters.length, from, to])
  const spans = []
  let reached = 0
  for (const span of [...sentence.named].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.start < reached) continue // a name within a longer one is shown with it
    spans.push(span)
    reached = span.end
    edges.add(span.start).add(span.end)
  }
  const cuts = [...edges].filter((cut) => cut >= 0 && cut <= characters.length).sort((a, b) => a - b)
  const text = element('div', { className: 'text' })
  for (let i = 0; i + 1 < cuts.length; i += 1) {
    const said = characters.slice(cuts[i], cuts[i + 1]).join('')
    const span = spans.find((one) => one.start <= cuts[i] && cuts[i + 1] <= one.end)
    let piece = document.createTextNode(said)
    if (span?.things.length) {
      const [first] = span.things
      piece = element('span', { className: 'name', role: 'button', tabIndex: 0, textContent: said })
      piece.style.borderBottomColor = first.colour
      piece.title = span.things.map((thing) => `${thing.label} · ${thing.kind}`).join('\n')
      piece.dataset.things = span.things.map((thing) => thing.iri).join(' ')
      const chosen = piece
      piece.addEventListener('click', () => choose(first, chosen))
      piece.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        choose(first, chosen)
      })
    }
    if (passage && from <= cuts[i] && cuts[i + 1] <= to) piece = element('mark', {}, piece)
    text.append(piece)
  }
  return text
}

// A name that leads to its thing in the network, see frame/links.js; a value is text.
function name(label, iri, properties) {
  if (!iri) return element('span', { ...properties, textContent: label })
  const at = new URLSearchParams({ focus: iri, node: iri })
  const language = new URLSearchParams(window.location.search).get('lang')
  if (language) at.set('lang', language)
  const link = element('a', { ...properties, textContent: label, href: `explore?${at}` })
  link.dataset.page = 'explore'
  return link
}

function statement(said, words) {
  const line = element('li', {}, element('b', {}, name(said.subject, said.iri, {})))
  if (said.commitment) {
    const bars = element('span', { className: 'bars', title: said.commitment, role: 'img', ariaLabel: said.commitment })
    for (let i = 0; i < 4; i += 1) {
      const bar = element('i', {})
      if (i < said.bars) bar.style.background = said.barColour
      bars.append(bar)
    }
    line.append(bars, said.commitment)
  }
  line.append(element('span', { className: 'relation', textContent: said.relation }))
  said.objects.forEach((object, i) => {
    const shown = name(object.label, object.iri, { className: 'object', title: object.grade })
    shown.style.backgroundImage = object.line
    line.append(i ? words.between : '', shown)
  })
  return line
}

const MANY = 4

function facts(said, words) {
  const shown = element('ul', {}, ...said.slice(0, MANY).map((one) => statement(one, words)))
  if (said.length <= MANY) return shown
  const rest = element('ul', {}, ...said.slice(MANY).map((one) => statement(one, words)))
  const fold = element('details', { className: 'facts' }, element('summary', { textContent: `+ ${said.length - MANY}` }), rest)
  return element('div', {}, shown, fold)
}

// Opens the panel with a sentence, to be cited, put aside or reported.
function cite(sentence, words, body) {
  const button = element('button', { type: 'button', className: 'cite', ariaLabel: words.cite, title: words['cite explained'] })
  button.dataset.said = words.cite // drawn by the style: no part of the text
  button.addEventListener('click', (event) => openInPanel(body, { sentence: [`${sentence.start}-${sentence.end}`] }, event))
  return button
}

function outline(data, rows) {
  const box = element('nav', { ariaLabel: data.words.outline })
  const fold = element('details', { open: window.innerWidth > 760 }, element('summary', { textContent: data.words.outline }))
  for (const item of data.outline) {
    const button = element('button', { type: 'button', textContent: item.heading })
    button.style.paddingLeft = `${0.6 + (item.depth - 1) * 0.8}rem`
    const target = rows.find((row) => Number(row.dataset.end) > item.start)
    button.addEventListener('click', () => {
      for (const other of fold.querySelectorAll('button')) other.removeAttribute('aria-current')
      button.setAttribute('aria-current', 'true')
      target?.scrollIntoView({ block: 'start' })
    })
    fold.append(button)
  }
  box.append(fold)
  return box
}

function legend(data) {
  const bar = element('div', { className: 'legend' })
  for (const one of data.legend) {
    const mark = element('span', { textContent: one.label })
    mark.style.borderBottomColor = one.colour
    bar.append(mark)
  }
  bar.append(element('span', { className: 'unread', textContent: data.words.unread }))
  return bar
}

function finder(body, data) {
  const bar = element('div', { className: 'found', hidden: true, role: 'status' })
  bar.style.display = 'none'
  return {
    bar,
    choose(thing, piece) {
      const places = [...body.querySelectorAll('.name')].filter((name) => name.dataset.things.split(' ').includes(thing.iri))
      for (const name of body.querySelectorAll('.name.chosen')) name.classList.remove('chosen')
      for (const name of places) name.classList.add('chosen')
      let here = places.indexOf(piece)
      const step = (by) => () => {
        here = (here + by + places.length) % places.length
        places[here].scrollIntoView({ block: 'center' })
        places[here].focus({ preventScroll: true })
      }
      const counted = data.words.places.replace('#', String(places.length))
      const before = element('button', { type: 'button', textContent: data.words.before })
      const after = element('button', { type: 'button', textContent: data.words.after })
      const relations = element('button', { type: 'button', textContent: data.words.relations })
      before.addEventListener('click', step(-1))
      after.addEventListener('click', step(1))
      relations.addEventListener('click', (event) => openInPanel(body, { node: [thing.iri] }, event))
      bar.replaceChildren(element('strong', { textContent: thing.label }), `${thing.kind} · ${counted}`, before, after, relations)
      bar.hidden = false
      bar.style.display = ''
    },
  }
}

export default function (component) {
  const { data, parentElement } = component
  const told = JSON.stringify(data)
  const former = parentElement.querySelector('.reader')
  if (former?.told === told) return undefined // a rerun with the same text keeps the place
  former?.end()
  const body = element('div', {})
  const found = finder(body, data)
  const rows = data.sentences.map((sentence) => {
    const open = data.at && data.at[0] < sentence.end && data.at[1] > sentence.start
    const row = element('div', {}, marked(sentence, open ? data.at : null, found.choose))
    row.className = ['row', sentence.paragraph && 'paragraph', sentence.unread && !sentence.heading && 'unread',
      open && 'open', sentence.heading && `heading${Math.min(3, sentence.heading)}`].filter(Boolean).join(' ')
    row.firstChild.append(cite(sentence, data.words, body))
    row.dataset.start = sentence.start
    row.dataset.end = sentence.end
    if (sentence.said.length) row.append(facts(sentence.said, data.words))
    return row
  })
  body.append(legend(data), found.bar, ...rows)
  const ending = new AbortController()
  const box = element('div', { className: 'reader', told }, outline(data, rows), body)
  box.end = () => {
    ending.abort()
    box.remove()
  }
  parentElement.append(box)
  whenOpened(({ sentence }) => {
    for (const row of rows) row.classList.toggle('cited', sentence?.[0] === `${row.dataset.start}-${row.dataset.end}`)
  }, ending.signal)
  box.dataset.ready = 'true'
  requestAnimationFrame(() => body.querySelector('.row.open')?.scrollIntoView({ block: 'center' }))
  return undefined
}
