"""更正: say what was misread in a sentence and what is right; it is written into a file that the next build reads."""

from __future__ import annotations

import os
from datetime import date
from html import escape
from pathlib import Path

import streamlit

from graph.corrections import (
    ATTRIBUTES,
    COMPARISONS,
    FACT,
    FILE_NAME,
    MISSING,
    Correction,
    add_to_file,
    as_toml,
    read_file,
    reason_against,
)
from graph.errors import GraphError
from graph.mistakes import in_words
from graph.pages import ReadFact, ReadSentence, read_sentence, standing
from graph.pictures import COMMITMENTS
from graph.rdf import fitting_relations
from views.parts.cards import html_pieces as pieces
from views.parts.frame.address import link, value
from views.parts.frame.graph_source import asked, source
from views.parts.frame.language import Words, words_of
from views.parts.frame.mistakes import mistake

VARIABLE = "POLICYGRAPH_CORRECTIONS"
"""Environment variable that names the file of corrections, where it does not lie in `corpus/`."""
_CORPUS = Path("corpus")
_DONE, _WHO = "correction written", "who corrects"


def page() -> None:
    """Show the page. Of the address: `document` and `at` (``start-end``), the passage that was misread."""
    words = words_of("correct")
    streamlit.title(words("title"))
    pieces.quiet(words("lead"))
    file = _file()
    if _DONE in streamlit.session_state:
        streamlit.success(words("written", file=streamlit.session_state.pop(_DONE)))
    start = value("at").partition("-")[0]
    if value("document") and start.isascii() and start.isdigit() and len(start) < 10:
        _report(asked(read_sentence, value("document"), int(start)), file, words)
    else:
        pieces.quiet(words("how to begin"))
    _held(file, words)


def _file() -> Path | None:
    """Return the file of corrections: the one that is named, or that of the corpus beside which the app was started."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    return _CORPUS / FILE_NAME if _CORPUS.is_dir() else None


def _report(found: ReadSentence, file: Path | None, words: Words) -> None:
    streamlit.header(words("report"))
    sentence = found.sentence
    streamlit.html(f'<blockquote class="quote">{escape(sentence.text)}</blockquote>')
    at = f"{sentence.start}-{sentence.end}"
    with streamlit.container(horizontal=True, vertical_alignment="center", gap="small"):
        streamlit.html(f'<p class="trail">{escape(found.title)}</p>')
        link("reader", words("back"), icon=":material/article:", document=found.document, at=at)
    if not found.facts:
        pieces.quiet(words("no fact"))
        return
    key = f"{found.document} {at}"
    chosen = streamlit.radio(
        words("fact"), range(len(found.facts)), format_func=lambda i: _line(found.facts[i], words), key=f"fact {key}"
    )
    fact = found.facts[chosen]
    key = f"{key} {chosen}"
    part = streamlit.radio(
        words("part"), list(fact.parts), format_func=lambda name: _part(name, fact, words), key=f"part {key}"
    )
    right = "" if part == FACT else _right(part, fact, f"right {key} {part}", words)
    with streamlit.container(horizontal=True, gap="small"):
        note = streamlit.text_input(words("note"), max_chars=200, key=f"note {key}")
        who = streamlit.text_input(
            words("who"), value=streamlit.session_state.get(_WHO, ""), max_chars=60, key=f"who {key}"
        )
    if not who.strip() or (part != FACT and not right.strip()):
        pieces.quiet(words("nobody" if part == FACT else "not complete"))
        return
    streamlit.session_state[_WHO] = who
    one = Correction(
        found.document,
        sentence.text,
        fact.subject,
        fact.said.predicate,
        fact.object,
        part,
        right.strip(),
        who.strip(),
        date.today(),
        note.strip(),
    )
    _offer(one, fact, file, words)


def _line(fact: ReadFact, words: Words) -> str:
    said = fact.said
    shown = {"subject": said.subject.label, "relation": words.term(said.predicate), "object": _object(fact, words)}
    return _plain(words("line", **shown))


def _plain(text: str) -> str:
    """Return a text of a document for a label, which Streamlit would else read as Markdown."""
    return "".join(f"\\{char}" if char in "\\`*_{}[]()<>#+-.!|~$:&" else char for char in text)


def _object(fact: ReadFact, words: Words) -> str:
    said = fact.said.object
    return words.term(said.label) if said.kind == "Commitment" else said.label


def _part(name: str, fact: ReadFact, words: Words) -> str:
    read = fact.parts[name]
    if name == FACT:
        return words("part fact")
    if name in ATTRIBUTES:
        term = words.term(name)
        return _plain(words("part attribute", part=term, value=read) if read else words("part missing", part=term))
    shown = words.term(read) if name == "relation" else _object(fact, words) if name == "object" else read
    return _plain(words(f"part {name}", value=shown))


def _right(part: str, fact: ReadFact, key: str, words: Words) -> str:
    """Show the field for what is right; a choice where only some values can be."""
    said = fact.said
    options: list[str] = []
    if part == "relation":
        options = [one for one in fitting_relations(said.subject.kind, said.object.kind) if one != said.predicate]
    elif part == "object" and said.object.kind == "Commitment":
        options = [one for one in COMMITMENTS if one != said.object.label]
    elif part == "comparison":
        options = [one for one in COMPARISONS if one != fact.parts[part]]
    if options:
        chosen: str = streamlit.selectbox(words("right"), options, format_func=words.term, key=key)
        return chosen
    typed: str = streamlit.text_input(words("right"), placeholder=fact.parts[part], max_chars=200, key=key)
    return typed


def _offer(one: Correction, fact: ReadFact, file: Path | None, words: Words) -> None:
    """Show what will be written, and write it or give it away."""
    reason = reason_against(one, fact.said.subject.kind, fact.said.object.kind)
    if reason:
        streamlit.text(words("refused", reason=in_words(reason, words.language)))
        return
    with streamlit.expander(words("entry")):
        streamlit.code(as_toml(one), language="toml", wrap_lines=True)
    with streamlit.container(horizontal=True, vertical_alignment="center", gap="small"):
        if file is None:
            pieces.quiet(words("no place"))
        elif streamlit.button(words("write", file=file), type="primary", icon=":material/edit_note:"):
            add_to_file(file, one)
            streamlit.session_state[_DONE] = str(file)
            streamlit.rerun()
        streamlit.download_button(
            words("download"), as_toml(one).encode(), FILE_NAME, "application/toml", icon=":material/download:"
        )


def _held(file: Path | None, words: Words) -> None:
    """Show the corrections that the file holds, and what became of each."""
    streamlit.header(words("held"))
    try:
        held = read_file(file) if file is not None and file.exists() else []
    except GraphError as error:
        streamlit.text(mistake(error, words))
        return
    if not held:
        pieces.quiet(words("none held"))
    for one in reversed(held):
        _one(one, words)


def _one(one: Correction, words: Words) -> None:
    state = standing(source().graph, one)
    style = {"made": "sure", "waiting": "sure fairly-sure", "changed": "sure unsure"}[state]
    fact = f"{_short(one.subject)} · {words.term(one.relation)} · {_short(one.object)}"
    if one.wrong in (FACT, MISSING):
        said = words("refusal" if one.wrong == FACT else "addition")
    else:
        part = (
            words.term(one.wrong) if one.wrong in ATTRIBUTES else words(f"part {one.wrong}", value=_wrong(one, words))
        )
        said = words("instead", part=part, right=words.term(one.right))
    with streamlit.container(border=True, gap="xsmall"):
        streamlit.html(f'<blockquote class="quote">{escape(one.text)}</blockquote>')
        streamlit.html(
            f'<p class="task"><span class="{style}">{escape(words(state))}</span><span>{escape(fact)}</span></p>'
            f'<p class="task"><strong>{escape(said)}</strong></p>'
        )
        who = words("who and when", who=one.who, when=words.date(one.when.isoformat()))
        pieces.quiet(" · ".join(part for part in (who, one.note, one.document) if part))


def _short(written: str) -> str:
    """Return a thing's short IRI as people read it.

    >>> _short("city:沈阳市"), _short("pid:plan/task/建设中心"), _short("2023-01-04")
    ('沈阳市', '建设中心', '2023-01-04')
    """
    return written.rpartition(":")[2].rpartition("/")[2] if ":" in written else written


def _wrong(one: Correction, words: Words) -> str:
    return words.term(one.relation) if one.wrong == "relation" else _short(getattr(one, one.wrong))


if __name__ == "__main__":
    page()
