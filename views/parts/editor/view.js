// The field for a query: coloured, as tall as its text, with a list of words at the caret. Stands behind editor_words.js.
// What stands in a query or a label only ever reaches textContent and the field's own value.

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children)
  return made
}

class Editor {
  constructor(root) {
    this.label = element('label', { htmlFor: 'query' })
    this.painted = element('pre', { ariaHidden: 'true' })
    this.field = element('textarea', { id: 'query', spellcheck: false, autocapitalize: 'off', autocomplete: 'off', rows: 1 })
    this.list = element('ul', { id: 'offers', role: 'listbox' })
    this.definition = element('p', {})
    this.popup = element('div', { className: 'popup', hidden: true }, this.list, this.definition)
    this.run = element('button', { className: 'run', type: 'button' })
    this.insert = element('button', { type: 'button' })
    this.hint = element('p', { id: 'hint', className: 'hint' })
    this.status = element('p', { role: 'status', className: 'unseen' })
    this.box = element('div', { className: 'editor', editor: this }, this.label,
      element('div', { className: 'field' }, this.painted, this.field), this.popup, this.status,
      element('div', { className: 'bar' }, this.run, this.insert, this.hint))
    for (const [name, said] of [['autocomplete', 'list'], ['haspopup', 'listbox'], ['controls', 'offers']]) {
      this.field.setAttribute(`aria-${name}`, said)
    }
    this.field.setAttribute('aria-describedby', 'hint')
    this.options = []
    this.listen()
    root.append(this.box)
  }

  listen() {
    const { field } = this
    field.addEventListener('keydown', (event) => this.pressed(event))
    // The app's own shortcuts are single letters and do not see that a field in here is being written in.
    for (const kind of ['keypress', 'keyup']) field.addEventListener(kind, (event) => event.stopPropagation())
    field.addEventListener('input', (event) => {
      this.touched = true
      this.paint()
      if (event.isComposing) this.close()
      else this.offer(false)
    })
    field.addEventListener('compositionend', () => this.offer(false))
    field.addEventListener('focus', () => { this.touched = true })
    for (const kind of ['click', 'blur', 'compositionstart']) field.addEventListener(kind, () => this.close())
    this.popup.addEventListener('mousedown', (event) => event.preventDefault()) // the field keeps the caret
    this.list.addEventListener('click', (event) => {
      const chosen = event.target.closest('li')
      if (chosen) this.take([...this.list.children].indexOf(chosen))
    })
    this.run.addEventListener('click', () => this.send())
    this.insert.addEventListener('click', () => {
      const end = field.value.lastIndexOf('}')
      if (!this.touched && end >= 0) field.setSelectionRange(end, end) // where a pattern can stand
      field.focus()
      this.offer(true)
    })
  }

  show(data, tell) {
    const { words } = data
    const keywords = data.offers.filter((one) => one.keyword).flatMap((one) => one.text.toLowerCase().split(' '))
    const names = data.offers.map((one) => one.text.toLowerCase()).filter((text) => !text.endsWith(':'))
    this.keywords = new Set([...keywords, 'a', 'true', 'false'])
    this.data = { ...data, finished: new Set([...this.keywords, ...names]) }
    this.tell = tell
    this.label.textContent = words.query
    this.run.textContent = words.run
    this.insert.textContent = words.insert
    this.hint.textContent = words.keys
    this.list.ariaLabel = words.offers
    // What is written here stays until another query is opened: the answer to the one that was run is no reason to lose it.
    const opened = this.query === undefined || this.taken !== data.taken || (this.query !== data.query && data.query !== this.sent)
    this.query = data.query
    this.taken = data.taken
    if (opened) {
      this.field.value = data.query
      this.touched = false
    }
    this.close()
    this.paint()
    this.box.dataset.ready = 'true'
  }

  paint(at = -1) {
    const text = this.field.value
    const marker = element('i', {})
    const parts = []
    let done = 0
    const plain = (end) => {
      if (done <= at && at <= end) parts.push(text.slice(done, at), marker, text.slice(at, end))
      else parts.push(text.slice(done, end))
      done = end
    }
    for (const one of tokens(text)) {
      plain(one.start)
      const kind = this.keywords.has(one.text.toLowerCase()) ? 'keyword' : one.kind
      parts.push(element('span', { className: kind, textContent: one.text }))
      done = one.end
    }
    plain(text.length)
    this.painted.replaceChildren(...parts, '\n')
    return marker
  }

  offer(asked) {
    const { field } = this
    const word = wordAt(field.value, field.selectionStart)
    const found = word && field.selectionStart === field.selectionEnd ? fitting(this.data, field.value, word, asked) : []
    if (!found.length) return this.close()
    this.word = word
    this.options = found
    this.list.replaceChildren(...found.map((one, i) => element('li', { id: `offer-${i}`, role: 'option', ariaSelected: 'false' },
      element('b', { textContent: one.text }), ' ', element('span', { textContent: one.label }), ' ', element('em', { textContent: one.kind }))))
    this.status.textContent = this.data.words.found.replace('{n}', found.length)
    this.popup.hidden = false
    this.place(this.paint(word.start))
    return this.choose(0)
  }

  place(marker) {
    const at = marker.getBoundingClientRect()
    const box = this.box.getBoundingClientRect()
    const { offsetWidth: width, offsetHeight: height } = this.popup
    const line = Number.parseFloat(getComputedStyle(this.painted).lineHeight)
    const below = at.top + line + height <= (window.visualViewport?.height ?? window.innerHeight) || at.top < height
    this.popup.style.left = `${Math.max(0, Math.min(at.left - box.left, box.width - width))}px`
    this.popup.style.top = `${at.top - box.top + (below ? line : -height)}px`
  }

  choose(index) {
    this.list.children[this.active]?.setAttribute('aria-selected', 'false')
    this.active = (index + this.options.length) % this.options.length
    const chosen = this.list.children[this.active]
    chosen.setAttribute('aria-selected', 'true')
    this.field.setAttribute('aria-activedescendant', chosen.id)
    this.list.scrollTop = Math.min(chosen.offsetTop, Math.max(this.list.scrollTop, chosen.offsetTop + chosen.offsetHeight - this.list.clientHeight))
    this.definition.textContent = this.options[this.active].definition
  }

  close() {
    this.options = []
    this.popup.hidden = true
    this.status.textContent = ''
    this.list.replaceChildren()
    this.field.removeAttribute('aria-activedescendant')
  }

  take(index) {
    const { field, word } = this
    const before = word.text || /^\s?$/.test(field.value.slice(word.start - 1, word.start)) ? '' : ' '
    const after = word.text || /^\s?$/.test(field.value.charAt(word.end)) ? '' : ' '
    const text = before + this.options[index].text + after
    field.focus()
    field.setSelectionRange(word.start, word.end)
    // The one way to write into a field that the reader can undo.
    if (!document.execCommand('insertText', false, text)) field.setRangeText(text, word.start, word.end, 'end')
    this.paint()
  }

  send() {
    this.close()
    this.sent = this.field.value
    this.tell({ text: this.sent })
  }

  pressed(event) {
    event.stopPropagation()
    if (event.isComposing || event.keyCode === 229) return // a key of the input method
    const open = this.options.length > 0
    const { key } = event
    if (key === 'Enter' && (event.ctrlKey || event.metaKey)) this.send()
    else if (key === ' ' && event.ctrlKey) this.offer(true)
    else if (open && key === 'ArrowDown') this.choose(this.active + 1)
    else if (open && key === 'ArrowUp') this.choose(this.active - 1)
    else if (open && (key === 'Enter' || key === 'Tab') && !event.shiftKey) this.take(this.active)
    else if (open && key === 'Escape') this.close()
    else {
      if (/^(?:Arrow|Home|End|Page)/.test(key)) this.close()
      return
    }
    event.preventDefault()
  }
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  const editor = parentElement.querySelector('.editor')?.editor ?? new Editor(parentElement)
  editor.show(data, (run) => setTriggerValue('run', run))
  return undefined
}
