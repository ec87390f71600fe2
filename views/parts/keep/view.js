// Listens for the buttons of cards, which are plain HTML: one copies its text, one hands what it stands for to Python.

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // A page that is not served over a secure address has no clipboard: select the text and copy it as a person would.
    const field = Object.assign(document.createElement('textarea'), { value: text })
    field.style.position = 'fixed'
    field.style.opacity = '0'
    document.body.append(field)
    field.select()
    const done = document.execCommand('copy')
    field.remove()
    return done
  }
}

function told(button, said) {
  button.dataset.label ??= button.textContent
  button.textContent = said
  clearTimeout(button.timer)
  button.timer = setTimeout(() => { button.textContent = button.dataset.label }, 2000)
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  if (data.cookie) document.cookie = data.cookie // so that a reload finds again what was brought
  const status = parentElement.querySelector('.status')
    ?? parentElement.appendChild(Object.assign(document.createElement('p'), { className: 'status', role: 'status' }))
  const clicked = async (event) => {
    const button = event.composedPath().find((one) => one.matches?.('button[data-copy], button[data-keep]'))
    if (!button) return
    if (button.dataset.copy !== undefined) {
      const said = (await copied(button.dataset.copy)) ? data.words.copied : data.words['not copied']
      told(button, said)
      status.textContent = said
    } else {
      told(button, data.words.kept)
      status.textContent = data.words.kept
      setTriggerValue('kept', button.dataset.keep)
    }
  }
  document.addEventListener('click', clicked)
  document.documentElement.dataset.keeps = 'true' // what drives a browser waits for it
  return () => document.removeEventListener('click', clicked)
}
