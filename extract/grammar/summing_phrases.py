"""Counted phrases that may sum up the list before them.

Pattern: «A、B“双核”», «A、B、C三大主导产业集群», «A、B、C、D四大栏目», «A、B、C三条文化带»,
«A、B、C、D四所科研院所».

Accepted: a phrase in quotation marks; a count in 项 with tasks (5项行动); a count in 大 with a noun that lists are often
summed up with; from three on and without 等, a count in 大, 个, 家 and the like with any noun.
Refused: «三大方面», whose noun only orders what is counted; «甲、乙等三大产业», where the bare count is no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from extract.grammar.lists import Span
from extract.grammar.unexpanded_phrases import number_of, with_pointer
from extract.numerals import SEVERAL
from extract.reading import Reading
from extract.scanning import offsets, scan
from extract.tokens import has_class
from extract.wordlists import alternation, any_of, names_of, table

_DIGIT = re.compile(rf"[{SEVERAL}\d]")
_NUMBER = f"[{SEVERAL}]{{1,2}}"
_MANY = f"[{SEVERAL[2:]}]{{1,2}}"
"""Behind fewer, «三大产业» are the three that all know."""
_NOUN_PHRASE = re.compile("Q[JNQIYKPE]{0,3}[NHKE](?=[，。；：、nABDLGUXpigV（]|$)")
_MEASURES = "大个条家所座处种类支"
_COUNT = re.compile(rf"(?:{_NUMBER}|\d{{1,2}})[{_MEASURES}]")
_TASK_BY_TASK = re.compile(rf"(?:{_NUMBER}|\d{{1,2}})项(?!目)")
"""The count of tasks: 5【项】行动."""
_ETC = "等"
_PAIR = 2


@lru_cache(maxsize=1)
def _counted() -> re.Pattern[str]:
    nouns = alternation(names_of("counted_nouns.txt"))
    kinds = rf"(?:{_NUMBER}|\d{{1,2}})[大张篇](?!产业)[\u4e00-\u9fff]{{0,5}}?(?:{nouns})(?:{nouns})?"
    industries = rf"{_MANY}大产业{any_of('industries_counted_as.txt')}|{_MANY}强产业"
    counted = table("task_counts.tsv", "noun", "class", "items").items()
    nouns_of_tasks = alternation(noun for noun, cells in counted if cells[0] == "KeyTask")
    tasks = rf"{_TASK_BY_TASK.pattern}[\u4e00-\u9fff]{{0,5}}?(?:{nouns_of_tasks})"
    clusters = rf"(?:{_NUMBER}|\d{{1,2}})个(?:(?!集群)[\u4e00-\u9fff]){{0,8}}?{any_of('clusters.txt')}"
    return re.compile(rf"(?<![第\d])(?P<label>{kinds}|{industries}|{tasks}|{clusters})")


def summing_phrases(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and label of the counted phrases, with quotation marks and without, that a list may stand before.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def labels(text):
    ...     return [label for *_, label in summing_phrases(prepare(Document("a", text)))]
    >>> labels("打造甲、乙“双核”，培育三大主导优势产业，设立六大栏目，建设三个文化带、四所科研院所、3个重庆实验室。")
    ['双核', '三大主导优势产业', '六大栏目', '三个文化带', '四所科研院所', '3个重庆实验室']
    >>> labels("形成数字经济、先进制造等六大产业集群，打造新材料、生物医药等9个国家级战略性新兴产业集群。")
    ['六大产业集群', '9个国家级战略性新兴产业集群']
    >>> labels("从三个方面、四大方面发力，甲业、乙业等三大产业，维护“两新”成果，甲、乙等六大栏目。")
    []
    """
    known = names_of("set_phrases.txt")
    told = [one for one in reading.phrases if one.size > 1 and not one.label.startswith(known)]
    quoted = [with_pointer(reading.text, phrase) for phrase in told]
    yield from ((phrase.start, phrase.end, phrase.label) for phrase in quoted)
    taken = {offset for phrase in quoted for offset in range(phrase.start, phrase.end)}
    for match in scan(offsets(_DIGIT, reading.text), _counted(), reading.text):
        if match.start() not in taken and not _goes_on(reading, match.end()):
            taken.update(range(*match.span()))
            yield *match.span(), match["label"]
    for start, end in _of_any_kind(reading):
        if start not in taken:
            yield start, end, reading.text[start:end]


def _of_any_kind(reading: Reading) -> Iterator[Span]:
    """Where a count stands with a noun that makes it a name behind a closed list: 甲、乙、丙三大【栏目】, 甲、乙、丙3个【实验室】."""
    tokens = reading.tokens
    for match in _NOUN_PHRASE.finditer(tokens.letters):
        count = tokens.word(match.start())
        orders = any(tokens.word(at) in _no_kinds() for at in range(*match.span()))
        quoted = tokens.word(match.start() - 1) == "”"
        many = _COUNT.fullmatch(count) is not None and number_of(count[:-1]) > _PAIR - quoted
        # 甲区、乙区、丙区3个【区】 says nothing that they do not.
        telling = count.endswith("大") or tokens.ends[match.end() - 1] - tokens.ends[match.start()] > 1
        if many and telling and not orders and match.start() and tokens.word(match.start() - 1) != _ETC:
            yield tokens.starts[match.start()], tokens.ends[match.end() - 1]


@lru_cache(maxsize=1)
def _no_kinds() -> tuple[str, ...]:
    return names_of("nouns_of_no_group.txt")


def _goes_on(reading: Reading, position: int) -> bool:
    """Whether the noun of a count is only the first part of a longer one: 六大特色【旅游产品体系】."""
    tokens = reading.tokens
    index = tokens.first(position)
    if index and tokens.ends[index - 1] > position and tokens.letters[index - 1] in "IHE":
        return True  # 三大特色|农业【产业带】
    return index < len(tokens.letters) and tokens.starts[index] == position and tokens.letters[index] in "IHE"


def counts_sites(reading: Reading, start: int, end: int) -> bool:
    """Whether a phrase counts what places have, so that a place in its list stands for its own: 同德、德令哈4个【抽水蓄能电站】.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> counts_sites(prepare(Document("a", "4个实验室")), 0, 5), counts_sites(prepare(Document("a", "4个中心")), 0, 4)
    (True, False)
    """
    _, last = reading.tokens.within(start, end)
    return reading.tokens.letters[last - 1] == "E"


def counts_task_by_task(label: str) -> bool:
    """Whether a phrase counts tasks in 项; their list names them all or gives it no members.

    >>> counts_task_by_task("5项行动"), counts_task_by_task("十大产业项目")
    (True, False)
    """
    return _TASK_BY_TASK.match(label) is not None


@lru_cache(maxsize=1)
def _making_up() -> frozenset[str]:
    return frozenset((*names_of("verbs_of_making_up.txt"), *names_of("words_for_summing_up.txt")))


def before_making_up(reading: Reading, low: int, high: int) -> int:
    """Where the last item ends: before what says that the list makes up a phrase, «甲与乙【形成城市新的】“两翼”».

    Arguments: reading; low and high, the first token of the item and the one behind its last.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> before_making_up(prepare(Document("a", "沈阳形成新的“两翼”")), 0, 4)
    1
    """
    makes = (at for at in range(low + 1, high) if reading.tokens.word(at) in _making_up())
    return next(makes, high)


def says_that_they_are(word: str) -> bool:
    """«A、B【为】三大支柱», «A、B【实现】“双下降”», «A、B、C【并称】“三甲”».

    >>> says_that_they_are("并称"), says_that_they_are("建设")
    (True, False)
    """
    return word in names_of("words_for_summing_up.txt") or has_class(word, "measuring") or has_class(word, "being")
