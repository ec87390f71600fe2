"""Write docs/questions.md from graph/questions/templates: every question with its parameters, its sentence and its query.

Run as ``python -m scripts.write_questions``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from graph.questions import LANGUAGES, Question, questions
from scripts.measured_questions import verdicts

PAGE = Path(__file__).parent.parent / "docs" / "questions.md"

_HEAD = """# Questions

Made from [`graph/questions/templates`](../graph/questions) by `python -m scripts.write_questions`; do not edit.

`policygraph ask "…"` and `g.ask("…")` take a question in plain Chinese or English, understand it by names and words, and
say which of these they took. `g.answer("tasks-of-place", place="沈阳")` asks one of them directly. `g.choices("tasks-of-place",
"place")` and `policygraph questions ID` give the values that have an answer, with counts, found by its own pattern or a faster one.

**To add one**, write a file `graph/questions/templates/ID.rq`. Lines that start with `#+` are YAML:

| field | what it holds |
|---|---|
| `id` | the name of the file without `.rq` |
| `title` | the question in general, `zh` and `en` |
| `phrase` | the question as a person asks it, with `{name}` for each parameter; `ask` must understand it |
| `parameters` | each with its `classes` (of the ontology, or `Year`) and its name in `zh` and `en`; the query writes it as `$name` |
| `columns` | what the table shows, each a variable of the query; `?xLabel` is not needed, labels are looked up |
| `counts` | the variable whose distinct values are counted |
| `lists` | the variable whose values `{list}` names, where it is not the one that is counted |
| `answer` | the sentence for `none`, `one` and `many`; `{count}`, `{list}`, parameters and columns of the first line stand in it |
| `choices` | where there are faster ones than the query's own: patterns that find a parameter's values, with `?many` for each |
| `keywords` | groups of words, `zh` and `en` in the same order; a text that asks this has a word of each group |
| `alone` | `true` where a text asks this only by saying nothing else: *what is X* is no *what is X to do* |

What stands before the line `# names and proof` decides which values have an answer; what stands behind it names things and
fetches the passages (`?quote ?grade ?start ?end ?heading ?documentLabel`). Words that say nothing of what a question asks
stand in `graph/questions/words/function_words.txt`; the Chinese that English words of a name stand for (regional financial center) in
`english_words.tsv`, and words for sorts of documents (the plan, 解读) in `document_words.tsv`, both beside it; so do the words by which a
question names what an indicator measures (`indicator_words.tsv`), a body (`body_words.tsv`) a kind of thing (`kinds_asked.tsv`), or
only how many places (`counted_kinds.tsv`).

**An answer leaves nothing out.** A place, a year, a body, an indicator or a document that a question names and an answer has no use for
declines it, and so does every other word that says something, a unit that no value has (`units_asked.tsv`), and words that turn a question
into another one (`operators.tsv`: most, difference, not). Of 120 questions that somebody
wrote from the texts without having seen the program, {right} are answered right, {declined} are declined with what can be asked instead,
and {wrong} are answered wrong (`python -m scripts.measured_questions`; at first: 33, 82 and 5). They were
looked at since, so that new questions fare less well: of 60 more on eight other texts, asked once and never looked at before, 16
were answered right, 44 declined and none answered wrong. Of 60 worded as loosely as people speak, on eight more texts, 2 were answered
right, 55 declined (30 of these were shown the sentence that answers them) and 3 answered wrong; of a second such set of 60, on eight other
texts, 7, 50 (34 shown it) and 3. Of 90 that were made to mislead, on 104 texts (33 of them ask what no text says), 14 were answered
wrong: a place that is not known was dropped, 不 and a limit (低于5%) overheard, a unit taken for another.
What could be mended in kind was mended since.

**What is declined is shown what the texts say of it.** Beside the questions that can be asked stand up to three sentences that speak of
most of what the question names or says (`graph.search.passages`), marked as no answer: of one of its places where it names any, in the
sentence or in the headings above it. Of 62 questions of both sets that were declined, 21 found their answer there. A sentence that speaks
of nearly all of it, and is of the shape that is asked for (a number for 多少, a date for 哪天: `words/answer_shapes.tsv`), is *quoted*
as what the text says, with what was read in it, and said to be found by its words alone. A sentence that begins a list is quoted with
its items. Of the 120 loose questions 49 are quoted such a sentence; 39 of these hold the whole answer.

**What something is.** *What is X* is answered with the sentence that defines it (X是指…), else with the members of a phrase, the kind
and the roles of a place, whose a role or an industry is, whom a task involves; each with its quotes. Where the texts say nothing of the
sort, that is said; what they do not name is declined.

**Two at once.** A question that joins two to four years or indicators (*2026年和2030年的目标*), or other things of which it says that it
asks of each (分别, respectively), is answered for each by one question; a part without an answer is named.

**Of some places only.** A query that says `# only ?place` is narrowed to the places that a question names beside what it asks (*which of
Wenzhou, Jinhua and Taizhou*), to those within a province (*which Sichuan cities*), or to a kind (*which metropolitan area*). Where it
says only how many (*of the four regions*, 四个区域中), they are the members of the one group that has so many, all of that kind.
"""


def questions_page() -> str:
    """Return the page as Markdown.

    >>> "## `tasks-of-place`" in questions_page()
    True
    """
    counts = Counter(said for _, said in verdicts())
    told = {
        "{right}": counts["right"],
        "{declined}": counts["declined"],
        "{wrong}": counts["wrong"] + counts["unsure and wrong"],
    }
    head = _HEAD
    for mark, number in told.items():
        head = head.replace(mark, str(number))
    return "\n".join([head, *(line for question in questions() for line in _section(question))])


def _section(question: Question) -> Iterator[str]:
    yield f"## `{question.id}`\n"
    yield f"{question.titles['zh']} {question.titles['en']}\n"
    for language in LANGUAGES:
        yield f"- asked as: {_code(question.phrases[language])}; answered as: {_code(question.forms[language].many)}"
    for parameter in question.parameters:
        classes = ", ".join(f"`{one}`" for one in parameter.classes)
        yield f"- `{parameter.name}`: {parameter.said['zh']}, {parameter.said['en']}; {classes}"
    yield "- columns: " + ", ".join(f"`{one.name}` ({one.said['zh']}, {one.said['en']})" for one in question.columns)
    yield f"\n```sparql\n{question.query.rstrip()}\n```\n"


def _code(text: str) -> str:
    return f"`{text}`"


if __name__ == "__main__":
    PAGE.write_text(questions_page(), encoding="utf-8")
