// What stands for the classes of things and the grades of relations, and the legend that says so.

const SHAPES = {
  dot: '<circle cx="7" cy="7" r="6"/>',
  square: '<rect x="1.5" y="1.5" width="11" height="11"/>',
  diamond: '<path d="M7 0 14 7 7 14 0 7Z"/>',
  triangle: '<path d="M7 1 14 13H0Z"/>',
  triangleDown: '<path d="M0 1H14L7 13Z"/>',
  hexagon: '<path d="M3.5 1h7L14 7l-3.5 6h-7L0 7Z"/>',
  star: '<path d="M7 0l2.1 4.9 4.9.4-3.8 3.3 1.2 5L7 10.9 2.6 13.6l1.2-5L0 5.3l4.9-.4Z"/>',
}

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children)
  return made
}

// Holds things together that have the same key, in their order.
function grouped(things, key) {
  const groups = new Map()
  for (const one of things) {
    if (!groups.has(key(one))) groups.set(key(one), [])
    groups.get(key(one)).push(one)
  }
  return groups
}

// Only this file's own shapes are markup; a colour and dashes come from the palette, and a label is text.
function markOf({ shape, colour }) {
  const mark = element('span', { className: 'mark', ariaHidden: 'true' })
  mark.innerHTML = `<svg width="14" height="14">${SHAPES[shape]}</svg>`
  mark.firstChild.setAttribute('fill', colour)
  return mark
}

function lineOf(dashes) {
  const mark = element('span', { className: 'mark', ariaHidden: 'true' })
  mark.innerHTML = '<svg width="38" height="8"><line x1="0" y1="4" x2="38" y2="4" stroke="#3D4663" stroke-width="2"/></svg>'
  if (dashes.length) mark.querySelector('line').setAttribute('stroke-dasharray', dashes.join(' '))
  return mark
}

function legend(data) {
  const bar = element('div', { className: 'legend' })
  for (const one of data.legend) bar.append(element('span', {}, markOf(one), one.label))
  for (const one of data.grades) bar.append(element('span', {}, lineOf(one.dashes), one.label))
  bar.append(element('span', { className: 'counts', textContent: data.words.counts }))
  return bar
}
