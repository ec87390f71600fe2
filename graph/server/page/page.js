// The query page. Whatever comes from the graph is put in as text, never as markup.
"use strict";

const at = (id) => document.getElementById(id);
const ROWS = "application/sparql-results+json";
const BOTH = `${ROWS}, text/turtle;q=0.9`;
const MOST_SHOWN = 1000;
let prefixes = {};
let running = null;

function element(name, text, properties = {}) {
  const made = Object.assign(document.createElement(name), properties);
  if (text !== undefined) made.textContent = text;
  return made;
}

function shortened(iri) {
  let best = ["", ""];
  for (const [prefix, base] of Object.entries(prefixes)) {
    if (iri.startsWith(base) && base.length > best[1].length) best = [prefix, base];
  }
  return best[1] ? `${best[0]}:${iri.slice(best[1].length)}` : iri;
}

function cell(term) {
  const made = element("td");
  if (!term) return made;
  if (term.type === "uri") {
    const describe = element("button", shortened(term.value), { type: "button", title: term.value });
    describe.addEventListener("click", () => { at("query").value = `DESCRIBE <${term.value}>`; run(); });
    made.append(describe);
    return made;
  }
  made.append(term.type === "bnode" ? `_:${term.value}` : term.value);
  const kind = term["xml:lang"] || (term.datatype ? shortened(term.datatype) : "");
  if (kind) made.append(" ", element("small", kind));
  return made;
}

function table(answer) {
  const head = element("tr");
  for (const name of answer.head.vars) head.append(element("th", name, { scope: "col" }));
  const body = element("tbody");
  for (const row of answer.results.bindings.slice(0, MOST_SHOWN)) {
    const line = element("tr");
    for (const name of answer.head.vars) line.append(cell(row[name]));
    body.append(line);
  }
  const made = element("table");
  made.append(element("thead"), body);
  made.firstChild.append(head);
  return made;
}

async function ask(accept, signal) {
  const headers = { Accept: accept, "Content-Type": "application/sparql-query" };
  const reply = await fetch("/sparql", { method: "POST", headers, body: at("query").value, signal });
  if (!reply.ok) throw new Error(`${reply.status}: ${(await reply.text()).trim()}`);
  return reply;
}

function show(kind, content) {
  at("save").hidden = false;
  for (const button of at("save").querySelectorAll("button")) button.hidden = button.dataset.kind !== kind;
  at("result").replaceChildren(content);
}

async function present(reply) {
  if (!reply.headers.get("content-type").startsWith(ROWS)) {
    show("graph", element("pre", await reply.text()));
    return "RDF";
  }
  const answer = await reply.json();
  if ("boolean" in answer) {
    show("rows", element("pre", answer.boolean ? "是 true" : "否 false"));
    return "ASK";
  }
  const count = answer.results.bindings.length;
  show("rows", table(answer));
  const rest = count > MOST_SHOWN ? `，显示前 ${MOST_SHOWN} 行 the first ${MOST_SHOWN} shown` : "";
  return `${count} 行 rows${rest}`;
}

async function run() {
  if (running) running.abort();
  const mine = running = new AbortController();
  const started = performance.now();
  at("error").hidden = at("save").hidden = true;
  at("result").replaceChildren();
  at("said").textContent = "正在查询 asking…";
  at("stop").hidden = false;
  history.replaceState(null, "", `#${encodeURIComponent(at("query").value)}`);
  try {
    const what = await present(await ask(BOTH, mine.signal));
    at("said").textContent = `${what} · ${Math.round(performance.now() - started)} ms`;
  } catch (error) {
    if (mine !== running) return;
    at("said").textContent = "";
    at("error").textContent = error.name === "AbortError" ? "已停止 stopped" : error.message;
    at("error").hidden = false;
  } finally {
    if (mine === running) at("stop").hidden = true;
  }
}

async function save(button) {
  try {
    const address = URL.createObjectURL(await (await ask(button.dataset.type)).blob());
    element("a", "", { href: address, download: button.dataset.name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  } catch (error) {
    at("error").textContent = error.message;
    at("error").hidden = false;
  }
}

async function start() {
  const known = await (await fetch("/page/start.json")).json();
  prefixes = known.prefixes;
  for (const [prefix, base] of Object.entries(prefixes)) {
    const line = element("tr");
    line.append(element("th", `${prefix}:`, { scope: "row" }), element("td", base));
    at("prefixes").append(line);
  }
  known.examples.forEach((one, number) => at("example").append(element("option", one.title, { value: number })));
  at("example").addEventListener("change", () => {
    const one = known.examples[at("example").value];
    if (one) at("query").value = one.query;
  });
}

at("form").addEventListener("submit", (event) => { event.preventDefault(); run(); });
at("query").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); run(); }
});
at("stop").addEventListener("click", () => running && running.abort());
for (const button of at("save").querySelectorAll("button")) button.addEventListener("click", () => save(button));
try {
  const kept = decodeURIComponent(location.hash.slice(1));
  if (kept) at("query").value = kept; // shown, and run only when the person says so
} catch { /* a hash that is no query */ }
start();
