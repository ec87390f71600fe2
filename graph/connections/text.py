"""What a connection says in one sentence, in Chinese and in English."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from graph.connections.hops import Hop, Way
from graph.connections.ways import Ways
from graph.rdf import Language
from graph.rdf import label as term_label
from graph.things import Node

KINDS: dict[str, tuple[str, str, str]] = {
    "task": ("任务", "task", "tasks"),
    "positioning": ("共有定位", "shared positioning", "shared positionings"),
    "industry": ("共有产业", "shared industry", "shared industries"),
    "group": ("同属组合", "common group", "common groups"),
    "region": ("同属区域", "common region", "common regions"),
    "place": ("共涉地方", "common place", "common places"),
    "document": ("共同文件", "document that names all", "documents that name all"),
    "path": ("其他路径", "further path", "further paths"),
}
"""What a way leads through: in Chinese, and in English for one and for several."""

_NAMED = 3


def answer(ends: Sequence[Node], ways: Ways, language: Language = "zh") -> str:
    """Return the answer in one sentence: tasks first, with the names of the best, then what is shared, then paths.

    >>> city = Node("urn:a", "沈阳市", "City")
    >>> answer([city, Node("urn:b", "大连市", "City")], Ways(), "en")
    'Nothing in this graph ties 沈阳市 and 大连市 under these conditions.'
    """
    every = [*ways.tasks, *ways.shared, *ways.paths]
    sentences = len({text for way in every for text in way.sentences})
    if language == "zh":
        return _chinese(_listed(ends, "、", "与"), every, sentences, ways)
    return _english(_listed(ends, ", ", " and "), every, sentences, ways)


def _listed(ends: Sequence[Node], comma: str, last: str) -> str:
    names = [node.label for node in ends]
    return last.join([comma.join(names[:-1]), *names[-1:]] if len(names) > 1 else names)


def _chinese(names: str, ways: list[Way], sentences: int, parts: Ways) -> str:
    if not ways:
        return f"在所给条件下，图中没有把{names}联系起来的内容。" + _hidden_chinese(parts)
    said = [f"{KINDS[kind][0]}{count}项{_examples(kind, ways, '、')}" for kind, count in _counts(ways)]
    return f"{names}之间有{'；'.join(said)}。依据为{sentences}个独立句子。" + _hidden_chinese(parts)


def _english(names: str, ways: list[Way], sentences: int, parts: Ways) -> str:
    if not ways:
        return f"Nothing in this graph ties {names} under these conditions." + _hidden_english(parts)
    said = [
        f"{count} {KINDS[kind][1 if count == 1 else 2]}{_examples(kind, ways, ', ')}" for kind, count in _counts(ways)
    ]
    backing = "1 independent sentence backs" if sentences == 1 else f"{sentences} independent sentences back"
    return f"{names} are tied by {'; '.join(said)}. {backing} this." + _hidden_english(parts)


def _counts(ways: list[Way]) -> list[tuple[str, int]]:
    counts: Counter[str] = Counter(way.kind for way in ways)
    return [(kind, counts[kind]) for kind in KINDS if kind in counts]


def _examples(kind: str, ways: list[Way], comma: str) -> str:
    if kind in ("path", "document"):
        return ""
    labels = list(dict.fromkeys(way.label for way in ways if way.kind == kind))
    more = "…" if len(labels) > _NAMED else ""
    return f" ({comma.join(labels[:_NAMED])}{more})" if comma == ", " else f"（{comma.join(labels[:_NAMED])}{more}）"


def _hidden_chinese(ways: Ways) -> str:
    if not ways.hidden:
        return ""
    return "另有" + "、".join(f"{count}条经{node.label}" for node, count in ways.hidden) + "，未列出。"


def _hidden_english(ways: Ways) -> str:
    if not ways.hidden:
        return ""
    return " " + ", ".join(f"{count} more through {node.label}" for node, count in ways.hidden) + " (not shown)."


def way_title(way: Way, language: Language) -> str:
    """Return what a way leads through, with its kind before it."""
    kind, between = (KINDS[way.kind][0], "：") if language == "zh" else (KINDS[way.kind][1], ": ")
    return f"{kind}{between}{way.label}"


def hop_text(hop: Hop, language: Language) -> str:
    """Return a relation in words: its ends, and the ontology's labels of relation and grade.

    >>> task, city = Node("urn:t", "支持沈阳率先发展", "Action"), Node("urn:c", "沈阳市", "City")
    >>> hop = Hop(task, "involves", city, "urn:s", ())
    >>> hop_text(hop, "zh"), hop_text(hop, "en")
    ('支持沈阳率先发展 涉及 沈阳市（背景）', '支持沈阳率先发展 involves 沈阳市 (background)')
    """
    said = f"{hop.subject.label} {term_label(hop.predicate, language)} {hop.object.label}"
    grade = term_label(hop.grade, language)
    return f"{said}（{grade}）" if language == "zh" else f"{said} ({grade})"


def report(said: str, ways: Sequence[Way], explanation: str, language: Language) -> str:
    """Return a connection as lines for a terminal: the answer, each way with its quotes, the explanation.

    Arguments: said, the answer; ways, best first; explanation; language, of the labels.

    >>> report("Nothing.", (), "No document names both.", "en")
    'Nothing.\\n\\nNo document names both.'
    """
    lines = [said]
    for place, way in enumerate(ways, 1):
        backed = _backed(term_label(way.grade, language), len(way.sentences), language)
        lines += ["", f"{place}. {way_title(way, language)} {backed}"]
        told = dict.fromkeys(line for hop in way.hops for line in _quoted(hop, language))
        lines += [f"   {line}" for line in told]
    return "\n".join([*lines, *(["", explanation] if explanation else [])])


def _backed(grade: str, sentences: int, language: Language) -> str:
    if language == "zh":
        return f"［{grade}，{sentences}个独立句子］"
    return f"[{grade}, {sentences} independent sentence{'' if sentences == 1 else 's'}]"


def _quoted(hop: Hop, language: Language) -> tuple[str, ...]:
    relation = hop_text(hop, language)
    if not hop.quotes:
        return (relation,)
    quote = hop.quotes[0]
    where = " › ".join((quote.title, *quote.trail))
    return relation, f"  “{quote.exact}” {where} {quote.start}–{quote.end}"
