// What pictures and the panel tell one another: a click asks for something to be opened, the panel says what is open.

const ASKED = 'policygraph:open'
const OPENED = 'policygraph:opened'
const ABOVE_SHEET = 0.65 // share of the room above a sheet in which what was tapped is put

// Asks the panel to show something; nothing closes it. `parameters` are those of the address, each with its values; `by` is the event
// or the element that asks.
function openInPanel(element, parameters, by) {
  const clicked = by instanceof Event
  const { top, bottom } = clicked ? { top: by.clientY, bottom: by.clientY } : by.getBoundingClientRect()
  const detail = {
    parameters,
    from: clicked ? by.composedPath()[0] : by,
    at: { top, bottom },
    byKeyboard: clicked ? by.detail === 0 : by.matches(':focus-visible'),
  }
  element.dispatchEvent(new CustomEvent(ASKED, { bubbles: true, composed: true, detail }))
}

// Calls `does` with what is open, now and whenever that changes.
function whenOpened(does, signal) {
  document.addEventListener(OPENED, (event) => does(event.detail), { signal })
  does(globalThis.policygraphOpened ?? {})
}
