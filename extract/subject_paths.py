"""The path on which a clause found whom it speaks of, from near to far."""

from __future__ import annotations

import re
from typing import Literal

from extract.clauses import Clause, Subject
from extract.numerals import COUNTING
from extract.outlook.genre import genre_of
from extract.reading import Reading, opening_of_paragraph
from extract.wordlists import any_of

Path = Literal["clause", "sentence", "topic", "law", "paragraph", "away", "heading"]
"""`clause` and `sentence` hold the subject; `topic` is what the text is about; `law` is where a law holds, of which it says nothing
but in the sentence of its purpose; `paragraph` opens with it, or named it in a text that is about no place; `away` was named in the
midst of the paragraph of a text about another; `heading` is the section's."""

_PURPOSE = re.compile(rf"为[^。]*制定本{any_of('laws.txt')}")
"""The sentence of a law that says for what its place makes it: 为了…，建设A，根据…，制定本条例."""

_GOVERNMENT = re.compile(rf"(?:第[{COUNTING}百]+条\s*)?[^，。；]{{0,8}}人民政府[^，。；]{{0,12}}应当")
"""What a law charges the government of its place with, that place shall do: 自治县人民政府应当…，建成A."""

_PROMOTING = re.compile(any_of("promoting_in_titles_of_laws.txt"))


def path_of(reading: Reading, clause: Clause, subject: Subject) -> Path:
    """Where a clause's subject was found.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def paths(text):
    ...     reading = prepare(Document("a", text))
    ...     clauses = [clause for found in reading.clauses for clause in found if clause.subject is not None]
    ...     return [path_of(reading, clause, clause.subject) for clause in clauses]
    >>> paths("沈阳发展产业，建设高地。壮大产业。")
    ['clause', 'sentence', 'paragraph']
    >>> paths("沈阳市服务业管理条例\\n窗口单位应当完善服务。")[-1]
    'law'
    >>> paths("沈阳市服务业促进条例\\n第一条 为了发展服务业，建设服务之都，制定本条例。")[-1]
    'topic'
    """
    sentence = reading.sentences[clause.sentence]
    opens = sentence.start
    if subject.start >= opens and subject.end > subject.start:
        return "clause" if clause.own else "sentence"
    own = reading.topics.get(0)
    if own is not None and (subject.entities == own.entities or _lies_in_name(subject, own)):
        zone = any(entity.kind == "Region" for entity in subject.entities)
        silent = not zone and genre_of(reading) == "law" and not _PURPOSE.search(reading.text, opens, sentence.end)
        return "law" if silent else "topic"
    paragraph = reading.text.rfind("\n", 0, opens) + 1
    if subject.start < paragraph:
        return "heading"
    first = opening_of_paragraph(reading, sentence)
    return "paragraph" if own is None or subject.start < first.end else "away"


def is_charged(reading: Reading, clause: Clause) -> bool:
    """Whether a sentence of a law says what the government of its place shall do.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def charged(text):
    ...     reading = prepare(Document("a", text))
    ...     return is_charged(reading, reading.clauses[-1][0])
    >>> charged("沈阳市服务业促进条例\\n第五条 市人民政府应当发展服务业。"), charged("沈阳市服务业促进条例\\n第五条 企业应当守法。")
    (True, False)
    """
    sentence = reading.sentences[clause.sentence]
    return _GOVERNMENT.match(reading.text, sentence.start, sentence.end) is not None


def is_promoting(reading: Reading) -> bool:
    """Whether a law is one that promotes something, by its title: 某市数字经济促进条例.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> [is_promoting(prepare(Document("a", one))) for one in ("沈阳市服务业促进条例\\n第一条", "沈阳市旅游管理条例\\n第一条")]
    [True, False]
    """
    return _PROMOTING.search(reading.text[slice(*reading.title)]) is not None


def _lies_in_name(subject: Subject, own: Subject) -> bool:
    """Whether a text is about a region that has the subject's name in its own: 崇明区 of 崇明世界级生态岛."""
    stems = [entity.key[:2] for entity in subject.entities]
    return len(own.entities) == 1 and own.entities[0].kind == "Region" and own.entities[0].key.startswith(tuple(stems))
