// Draws the prefectures of a province and tells Python which one was clicked.

const SVG = 'http://www.w3.org/2000/svg'

function drawn(tag, attributes, text = '') {
  const made = document.createElementNS(SVG, tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.textContent = text
  return made
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  const told = JSON.stringify(data)
  const former = parentElement.querySelector('figure')
  if (former?.told === told) return undefined
  former?.remove()
  const svg = drawn('svg', { viewBox: data.box, role: 'group', 'aria-label': data.label })
  const names = drawn('g', {})
  for (const one of data.shapes) {
    const path = drawn('path', { d: one.path, fill: one.colour })
    path.append(drawn('title', {}, one.title))
    if (one.iri) {
      path.setAttribute('role', 'button')
      path.setAttribute('tabindex', '0')
      path.setAttribute('aria-label', one.title)
      path.addEventListener('click', () => setTriggerValue('clicked', one.iri))
      path.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        setTriggerValue('clicked', one.iri)
      })
    }
    svg.append(path)
    names.append(drawn('text', { x: one.x, y: one.y, class: one.dark ? 'dark' : 'light' }, one.name))
  }
  svg.append(names)
  const legend = document.createElement('figcaption')
  for (const one of data.legend) {
    const key = document.createElement('span')
    const colour = document.createElement('i')
    colour.style.background = one.colour
    key.append(colour, one.label)
    legend.append(key)
  }
  const figure = document.createElement('figure')
  figure.told = told
  figure.append(svg, legend)
  parentElement.append(figure)
  return undefined
}
