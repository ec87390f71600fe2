// What the page as a whole does in the browser: its language, links within the app, terms that explain themselves, print.

// A fold is opened for print, so that what stands in it is printed too, and closed again.
function unfoldForPrint(signal) {
  const opened = new Set()
  window.addEventListener(
    'beforeprint',
    () => {
      for (const fold of document.querySelectorAll('[data-testid=stMain] details:not([open], .menu, .enlarged)')) {
        fold.open = true
        opened.add(fold)
      }
    },
    { signal },
  )
  window.addEventListener(
    'afterprint',
    () => {
      for (const fold of opened) fold.open = false
      opened.clear()
    },
    { signal },
  )
}

const OF_STREAMLIT = '[data-testid=stTopNavSection] p, [data-testid=stFileUploader] button p, [role=option][data-key=__creatable__] div'

// Streamlit's own words of the menu, of its file fields and of what is typed into a list, which it says in English only. The text node
// stays its own.
function translate(said) {
  for (const shown of document.querySelectorAll(OF_STREAMLIT)) {
    const text = shown.firstChild
    if (text?.nodeType !== Node.TEXT_NODE) continue
    const more = /^(\d+) more$/.exec(text.nodeValue)
    const typed = /^Add: (.*)$/s.exec(text.nodeValue)
    const meant = more ? said.more.replace('{n}', more[1]) : typed ? said.typed.replace('{said}', () => typed[1])
      : text.nodeValue === 'Upload' ? said.upload : text.nodeValue
    if (meant !== text.nodeValue) text.nodeValue = meant // what is set anew is seen anew, for ever
  }
}

export default function (component) {
  const { data, parentElement } = component
  document.documentElement.lang = data.lang
  // Called again for new data, before or after the end of what the former call began.
  parentElement.former?.abort()
  const ending = new AbortController()
  parentElement.former = ending
  followLinks(ending.signal)
  explainTerms(ending.signal)
  unfoldForPrint(ending.signal)
  const name = () => translate(data.said)
  name()
  const watch = new MutationObserver(name)
  watch.observe(document.body, { childList: true, characterData: true, subtree: true })
  ending.signal.addEventListener('abort', () => watch.disconnect())
  document.documentElement.dataset.framed = 'true' // what drives a browser waits for it
  return () => ending.abort()
}
