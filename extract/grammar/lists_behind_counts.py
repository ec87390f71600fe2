"""Lists behind their count: what a text counts first and then lists.

Pattern: «提出4项重点任务:甲,…;乙,…;丙,…;丁», «部署12项重点任务,包括甲、乙», «抓好六个方面的工作:一是甲,…。二是乙»,
«以下两个方面:⏎——甲,…。⏎——乙,…。», «实施三大提升行动。…,实施甲提升行动,…,实施乙提升行动,…,实施丙提升行动».

Accepted: segments, counted items, or names with the counted noun, as many as declared; examples behind 包括 that all open with verbs
or all with none.
Refused: more or fewer segments than declared; a count that nothing follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from extract.grammar.declared_counts import Count
from extract.grammar.listed_items import Span, is_item, with_joined
from extract.grammar.unexpanded_phrases import number_of
from extract.numerals import COUNTING
from extract.reading import Reading
from extract.spans import at_depth_zero, cut, stripped
from extract.tokens.verb_openings import opening_verb
from extract.values import Sentence
from extract.wordlists import alternation, any_of, names_of, table

_COUNTED = rf"(?:的?{any_of('modifiers_of_counted_tasks.txt')}*{any_of('counted_tasks.txt')})?[，,]?"
_NAMING = re.compile(rf"{_COUNTED}(?:主要|具体|分别)?{any_of('naming_words.txt')}(?:了)?[：:]?")
"""«部署了十二项重点任务，包括甲、乙»: what opens a list behind its count."""
_COLON_ENDS_LINE = re.compile(rf"{_COUNTED}[^，。；：\n]{{0,4}}[：。]\s*")
_COLON = re.compile(rf"{_COUNTED}(?:(?:分别|具体)?{any_of('naming_words.txt')})?：|[，,]?(?:分别是|包括)")
_COLON_FURTHER_ON = re.compile(r"[^。；：\n]{2,30}：")
"""«从三个方面明确了今后五年发展目标，即：甲；乙；丙»."""
_ORDINALS = table("ordinal_words.tsv", "word", "number")
_ITEM = re.compile(
    rf"(?<=[：；，。])\s*(?:(?P<number>[{COUNTING}]{{1,3}})(?:是|要)|第(?P<part>[{COUNTING}]{{1,3}})个?方面，"
    rf"|(?P<word>{alternation(_ORDINALS)})(?:是|要|，))"
)
_ENUMERATED = re.compile(rf"^(?:[{COUNTING}]+[是要、]|（[{COUNTING}\d]+）|\d{{1,2}}[.、])")
_LONGEST_LIST = 3000
_FIRST = "一是"
_TASKS_COUNTED_OFF = re.compile(
    rf"{any_of('tasks_counted_off.txt')}[。，]?\s*(?:主要|具体|分别)?{any_of('naming_words.txt')}?[：。](?=\s*{_FIRST})"
)
_NEAR = 20
"""Characters before a sentence in which a heading says that it lists tasks."""
_FEW, _MOST = 2, 40
_TAIL = 3
"""How far from the end of a list 等 may stand."""


@lru_cache(maxsize=1)
def _carried_out() -> re.Pattern[str]:
    """Matches the verb of carrying out before a name: 实施, with what stands before it in its clause."""
    return re.compile(rf".*(?:{alternation(names_of('carrying_out.txt'))})")


def items_behind(reading: Reading, sentence: Sentence, count: Count) -> list[Span] | None:
    """The items of the list behind a count; None where there is none.

    >>> from extract.grammar.declared_counts import declared_counts
    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def items(text):
    ...     reading = prepare(Document("a", text))
    ...     count = next(declared_counts(reading, 0, len(text)))
    ...     return [text[a:b] for a, b in items_behind(reading, reading.sentences[0], count) or []]
    >>> items("部署5项重点任务，包括优化布局、推动互联。"), items("抓好2个方面的工作：一是优化布局，二是推动互联。")
    (['优化布局', '推动互联'], ['优化布局', '推动互联'])
    >>> items("实施五大行动，包括科技创新、生态保护等，走在前列。")
    ['科技创新', '生态保护']
    >>> items("实施两大提升行动。实施交通提升行动，推动片区提升行动，成效大。")
    ['交通提升行动', '片区提升行动']
    >>> items("主要体现为两个方面：\\n——优化布局，成效大。\\n——推动互联，步伐快。")
    ['优化布局', '推动互联']
    >>> items("从两个方面发力。首先是优化布局，成效大。二是推动互联。")
    ['优化布局', '推动互联']
    >>> items("部署3项重点任务：优化布局；推动互联。"), items("在3个方面发力。")
    ([], [])
    """
    if not count.declared:
        return None
    for read in (_segments, _named, _counted_off, _dashed, _carrying_the_noun):
        found = read(reading, sentence, count)
        if found:
            return found
    return None


def _segments(reading: Reading, sentence: Sentence, count: Count) -> list[Span] | None:
    """«提出4项重点任务:甲,…;乙,…;丙,…;丁»: as many items behind a colon as declared, each with its first clause."""
    text = reading.text
    colon = _COLON.match(text, count.end, sentence.end)
    if colon is None and count.declared > _FEW:
        colon = _COLON_FURTHER_ON.match(text, count.end, sentence.end)
    if colon is None:
        return None
    segments = [stripped(text, *span, " 。") for span in cut(text, colon.end(), sentence.end, "；")]
    if len(segments) != count.declared or len(segments) < 2:
        return None
    starts = [end - len(_ENUMERATED.sub("", text[start:end])) for start, end in segments]
    starts = [_behind_means(text, start, end) for start, (_, end) in zip(starts, segments, strict=True)]
    spans = [cut(text, start, end, "，：")[0] for start, (_, end) in zip(starts, segments, strict=True)]
    return spans if all(is_item(text, start, end) for start, end in spans) else None


def _named(reading: Reading, sentence: Sentence, count: Count) -> list[Span] | None:
    """«部署了12项重点任务,包括甲、乙、丙»: items behind a count, each opening with a verb; examples may be fewer."""
    text = reading.text
    naming = _NAMING.match(text, count.end, sentence.end)
    if naming is None:
        return None
    stops = (i for i in range(naming.end(), sentence.end) if text[i] in "。；")
    low = naming.end()
    stop = next((i for i in stops if at_depth_zero(text, low, sentence.end, i)), sentence.end)
    etc = text.find("等，", low, stop)
    etc = etc if etc > 0 else text.rfind("等", low, stop)
    stop = etc if etc > 0 and (stop - etc <= _TAIL or text[etc + 1] == "，") else stop
    spans = with_joined(reading, low, stop, count.declared)
    noun = count.noun[-2:] if count.named else ""
    led = [opening_verb().match(text, *span) or (noun and text.endswith(noun, *span)) for span in spans]
    fits = 2 <= len(spans) <= count.declared and len({bool(one) for one in led}) == 1
    return spans if fits and all(is_item(text, start, end) for start, end in spans) else None


def _counted_off(reading: Reading, sentence: Sentence, count: Count) -> list[Span] | None:
    """«六个方面的工作：一是甲，二是乙»: as many items as declared, counted from 一, in this sentence or those behind it."""
    text = reading.text
    closes_line = text[sentence.end : sentence.end + 1] == "\n"
    end = min(len(text), count.end + _LONGEST_LIST) if closes_line else _paragraph_end(text, count.end)
    marks = _marks(reading, count.end, end, count.declared)
    if count.declared < 2 or len(marks) != count.declared or marks[0].start() > sentence.end + 1:
        return None
    return _items_at(text, marks, end)


def _marks(reading: Reading, start: int, end: int, most: int) -> list[re.Match[str]]:
    """What counts items off from 一 in a passage, at the most so many: 一是, 二是."""
    marks: list[re.Match[str]] = []
    for mark in _ITEM.finditer(reading.text, start, end):
        word = mark["word"]
        number = int(_ORDINALS[word][0]) if word else number_of(mark["number"] or mark["part"])
        if number == len(marks) + 1 and reading.sentence_at(mark.end()) is not None:
            marks.append(mark)
        if len(marks) == most:
            break
    return marks


def _items_at(text: str, marks: list[re.Match[str]], end: int) -> list[Span] | None:
    starts = [_behind_means(text, mark.end(), end) for mark in marks]
    spans = [(start, _item_end(text, start, end)) for start in starts]
    return spans if all(is_item(text, low, high) for low, high in spans) else None


_BY_MEANS = re.compile(r"以[^，。；：\n]+为[^，。；：\n]{1,5}，")


def _behind_means(text: str, start: int, end: int) -> int:
    """Where an item says what is done: behind «以创新为引领，»."""
    means = _BY_MEANS.match(text, start, end)
    return means.end() if means is not None else start


_DASHED = re.compile(r"[ ]*—+(?P<item>[^，。；：\n]+)[^\n]*")


def _dashed(reading: Reading, sentence: Sentence, count: Count) -> list[Span] | None:
    """«以下两个方面：⏎——甲，…。⏎——乙，…。»: as many paragraphs behind dashes as declared."""
    text = reading.text
    position = text.find("\n", count.end)
    if position < 0 or not _COLON_ENDS_LINE.fullmatch(text, count.end, position):
        return None
    spans: list[Span] = []
    while position >= 0 and (line := _DASHED.match(text, position + 1)) is not None:
        spans.append(line.span("item"))
        position = text.find("\n", line.end())
    fits = len(spans) == count.declared and all(is_item(text, *span) for span in spans)
    return spans if fits and all(opening_verb().match(text, *span) for span in spans) else None


def items_without_count(reading: Reading, sentence: Sentence) -> list[Span] | None:
    """The tasks that a text counts off without saying how many: «重点任务。主要包括：一是甲，…；二是乙，…»; None where there are none.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def items(text):
    ...     reading = prepare(Document("a", text))
    ...     return [text[a:b] for a, b in items_without_count(reading, reading.sentences[-1]) or []]
    >>> items("重点任务主要包括：一是优化布局，做强产业；二是推动互联；三是改善民生。")
    ['优化布局', '推动互联', '改善民生']
    >>> items("主要做法：一是优化布局；二是推动互联；三是改善民生。")
    []
    """
    if _FIRST not in reading.text[sentence.start : sentence.end]:
        return None
    opened = _TASKS_COUNTED_OFF.search(reading.text, max(0, sentence.start - _NEAR), sentence.end)
    if opened is None or opened.end() < sentence.start:
        return None
    end = _paragraph_end(reading.text, opened.end())
    marks = _marks(reading, opened.end(), end, _MOST)
    led = sum(opening_verb().match(reading.text, mark.end()) is not None for mark in marks)
    return _items_at(reading.text, marks, end) if led * 2 > len(marks) > _FEW else None


def _carrying_the_noun(reading: Reading, sentence: Sentence, count: Count) -> list[Span] | None:
    """«实施三大提升行动。…实施甲提升行动…»: names behind verbs of carrying out that end with the counted noun."""
    if not count.named or (len(count.noun) < len("提升行动") and count.declared <= _FEW):
        return None
    found: dict[str, Span] = {}
    for start, end in _clauses_with(reading.text, count.noun, count.end, _paragraph_end(reading.text, count.end)):
        verb = _carried_out().match(reading.text, start, end)
        if verb and verb.end() + len(count.noun) < end:
            found.setdefault(reading.text[verb.end() : end], (verb.end(), end))
    return list(found.values()) if len(found) == count.declared else None


def _clauses_with(text: str, noun: str, start: int, end: int) -> Iterator[Span]:
    """The parts of clauses that end with a noun."""
    for low, high in cut(text, start, end, "，：；。"):
        position = text.find(noun, low, high)
        if position >= 0 and at_depth_zero(text, low, high, position):
            yield low, position + len(noun)


def _paragraph_end(text: str, start: int) -> int:
    line_end = text.find("\n", start)
    return min(line_end if line_end > 0 else len(text), start + _LONGEST_LIST)


def _item_end(text: str, start: int, end: int) -> int:
    return next((i for i in range(start, end) if text[i] in "，。；：\n"), end)
