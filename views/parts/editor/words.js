// The words of a query, and which ones fit what is being typed. Stands before editor_view.js.

const TOKENS = new RegExp(
  [
    '(?<comment>#[^\\n]*)',
    '(?<iri><[^<>"{}|^`\\\\\\s]*>)',
    '(?<string>"""[^]*?(?:"""|$)|\'\'\'[^]*?(?:\'\'\'|$)|"(?:[^"\\\\\\n]|\\\\.)*"?|\'(?:[^\'\\\\\\n]|\\\\.)*\'?)',
    '(?<tag>@[\\w-]+)',
    '(?<variable>[?$][\\p{L}\\p{N}_]*)',
    '(?<name>[\\p{L}\\p{N}_-]*:[\\p{L}\\p{N}_%-]*)',
    '(?<word>[\\p{L}_][\\p{L}\\p{N}_-]*)',
  ].join('|'),
  'gu',
)
const COMPLETED = ['variable', 'name', 'word']
const LATIN = /^[\x00-\x7f]*$/

function tokens(text) {
  return Array.from(text.matchAll(TOKENS), (found) => ({
    kind: Object.keys(found.groups).find((kind) => found.groups[kind] !== undefined),
    text: found[0],
    start: found.index,
    end: found.index + found[0].length,
  }))
}

// The word that ends at the caret, or nothing where no word of ours can stand: in a text, an IRI, a comment, a declaration.
function wordAt(text, caret) {
  const token = tokens(text).find((one) => one.start < caret && caret <= one.end)
  if (!token) return { text: '', start: caret, end: caret }
  if (!COMPLETED.includes(token.kind) || /\b(?:prefix|base)\s+$/i.test(text.slice(0, token.start))) return undefined
  return { text: token.text.slice(0, caret - token.start), start: token.start, end: token.end }
}

function variables(text, word, kind) {
  const others = tokens(text).filter((one) => one.kind === 'variable' && one.start !== word.start && one.text.length > 1)
  return [...new Set(others.map((one) => one.text))].map((name) => ({ text: name, kind, label: '', definition: '' }))
}

// How well a word fits, best first: a whole name, the beginning of a prefix or keyword, of a name, of a part of a name,
// anywhere in a name; beyond that it does not.
const UNFIT = 5

function rank(one, wanted) {
  if (!wanted) return 0
  const local = one.text.slice(one.text.indexOf(':') + 1)
  const names = [local, one.label, ...one.found].map((name) => [name, name.toLowerCase()])
  if (names.some(([, name]) => name === wanted)) return 0
  if ((!local || one.keyword) && one.text.toLowerCase().startsWith(wanted)) return 1
  if (names.some(([, name]) => name.startsWith(wanted))) return 2
  const parts = names.flatMap(([name]) => name.split(/[\s/-]|(?=[A-Z])/))
  if (parts.some((part) => part.toLowerCase().startsWith(wanted))) return 3
  const enough = wanted.length > 2 || !LATIN.test(wanted)
  return enough && names.some(([, name]) => name.includes(wanted)) ? 4 : UNFIT
}

function fitting(data, text, word, asked) {
  const wanted = word.text.toLowerCase()
  if (/^[?$]/.test(wanted)) {
    const known = variables(text, word, data.words.variable)
    const finished = known.some((one) => one.text.toLowerCase() === wanted)
    return finished ? [] : known.filter((one) => one.text.toLowerCase().startsWith(wanted))
  }
  if (!asked && wanted.length < (LATIN.test(wanted) ? 2 : 1)) return []
  if (data.finished.has(wanted)) return []
  const [, prefix = '', rest] = /^([^:]*:)?(.*)$/u.exec(wanted)
  return data.offers
    .filter((one) => one.text.length > prefix.length && one.text.toLowerCase().startsWith(prefix))
    .map((one) => [rank(one, rest), one])
    .filter(([fit]) => fit < UNFIT)
    .sort(([one], [other]) => one - other)
    .map(([, one]) => one)
}
