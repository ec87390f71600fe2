// The panel: beside the page on a desk, a sheet from below on a telephone. It stays where it is while the page scrolls, remembers
// what it showed, and takes the keyboard only from whoever opened it by the keyboard.

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children)
  return made
}

const said = (parameters) => JSON.stringify(Object.entries(parameters ?? {}).sort())
const same = (one, other) => said(one) === said(other)

class Panel {
  constructor(parentElement) {
    this.history = []
    this.box = parentElement.getRootNode().host.closest('.st-key-panel')
    this.box.role = 'region'
    this.main = document.querySelector('[data-testid=stMain]')
    this.back = this.button('back', () => this.goBack())
    this.close = this.button('close', () => this.shut())
    this.tall = this.button('tall', () => this.box.toggleAttribute('data-tall'))
    this.bar = element('div', { className: 'bar' }, this.tall, this.back, this.close)
    parentElement.append(this.bar)
    this.ending = new AbortController()
    const { signal } = this.ending
    document.addEventListener(ASKED, ({ detail }) => this.open(detail.parameters, detail), { signal })
    document.addEventListener('click', (event) => this.follow(event), { signal, capture: true })
    document.addEventListener('keydown', (event) => this.escape(event, !event.defaultPrevented), { signal })
    // A table that is drawn on a canvas lets nobody else hear of its keys.
    const isOfTable = (event) => event.composedPath().some((one) => one.matches?.('[data-testid=stDataFrame]'))
    document.addEventListener('keydown', (event) => this.escape(event, isOfTable(event)), { signal, capture: true })
  }

  escape(event, isOurs) {
    const typed = event.composedPath()[0]?.matches?.('input, textarea, select') // there it closes a list or a suggestion
    if (event.key === 'Escape' && isOurs && this.history.length && !typed) this.shut()
  }

  // What the page says of the panel: its words, the parameters that it may open, and how the page is told.
  set({ words, names }, tell) {
    this.names = names
    this.tell = tell
    this.back.textContent = `← ${words.back}`
    this.close.textContent = `${words.close} ×`
    this.tall.ariaLabel = words.tall
    this.box.ariaLabel = words.name
  }

  button(name, does) {
    const made = element('button', { type: 'button', className: name })
    made.addEventListener('click', does)
    return made
  }

  // A name in the card, and a link that says so (`data-panel`), open in the panel; with a key held they are the links that they are.
  follow(event) {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement)
    const named = link && ('panel' in link.dataset || (this.box.contains(link) && link.matches('.chip')))
    const address = named ? new URL(link.href).searchParams : new URLSearchParams()
    const parameters = Object.fromEntries(this.names.filter((name) => address.has(name)).map((name) => [name, address.getAll(name)]))
    if (!Object.keys(parameters).length) return
    event.preventDefault()
    const { top, bottom } = link.getBoundingClientRect()
    this.open(parameters, this.box.contains(link) ? undefined : { from: link, at: { top, bottom }, byKeyboard: event.detail === 0 })
  }

  // `asked` says who asks from outside, where that stands, and whether by the keyboard.
  open(parameters, asked) {
    if (!Object.keys(parameters).length) return this.shut()
    if (same(parameters, this.history.at(-1))) return undefined
    this.history.push(parameters)
    this.waiting = parameters
    if (asked) this.from = asked.from
    this.show(asked)
    this.box.dataset.waiting = ''
    this.tell(parameters)
    if (asked?.byKeyboard) this.close.focus({ preventScroll: true })
    return undefined
  }

  goBack() {
    this.history.pop()
    this.waiting = this.history.at(-1)
    this.box.dataset.waiting = ''
    this.draw()
    this.tell(this.waiting)
  }

  shut() {
    const held = this.box.contains(document.activeElement)
    this.history = []
    this.waiting = {}
    this.hide()
    this.tell({})
    if (held && this.from?.isConnected) this.from.focus({ preventScroll: true })
  }

  // Opens the panel so that what was clicked neither moves nor is covered.
  show(asked) {
    this.draw()
    if ('open' in this.box.dataset) return
    const before = this.from?.getBoundingClientRect().top
    this.box.dataset.open = ''
    if (!asked) return
    this.main.scrollTop += this.from.getBoundingClientRect().top - before
    this.asked = asked
    this.uncover()
  }

  // Scrolls what was clicked out from under a sheet.
  uncover() {
    if (!this.asked || getComputedStyle(this.box).left !== '0px') return
    const [at, sheet] = [this.asked.at.bottom, this.box.getBoundingClientRect().top]
    if (at + 24 <= sheet) return
    this.main.scrollBy({ top: at - sheet * ABOVE_SHEET, behavior: 'smooth' })
    this.asked = undefined
  }

  hide() {
    const before = this.from?.isConnected ? this.from.getBoundingClientRect().top : undefined
    delete this.box.dataset.open
    delete this.box.dataset.waiting
    delete this.box.dataset.tall
    if (before !== undefined) this.main.scrollTop += this.from.getBoundingClientRect().top - before
    this.say({})
  }

  draw() {
    this.back.hidden = this.history.length < 2
  }

  say(opened) {
    globalThis.policygraphOpened = opened
    document.dispatchEvent(new CustomEvent(OPENED, { detail: opened }))
  }

  // What Python shows now. An answer to an earlier click is no answer to a later one.
  answered({ opened, found }) {
    if (this.waiting && !same(this.waiting, opened)) return
    this.waiting = undefined
    if (!found) {
      this.history = []
      if ('open' in this.box.dataset) this.hide()
      return
    }
    if (!same(opened, this.history.at(-1))) this.history.push(opened)
    this.draw()
    this.box.dataset.open = ''
    if ('waiting' in this.box.dataset) this.box.scrollTop = 0
    delete this.box.dataset.waiting
    this.say(opened)
    requestAnimationFrame(() => this.uncover())
  }

  end() {
    this.ending.abort()
    this.say({})
    this.bar.remove()
  }
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  parentElement.panel ??= new Panel(parentElement)
  parentElement.panel.set(data, (parameters) => setTriggerValue('told', parameters))
  parentElement.panel.answered(data)
  return () => {
    parentElement.panel?.end()
    parentElement.panel = undefined
  }
}
