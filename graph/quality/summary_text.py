"""A summary in plain sentences, Chinese or English, with its tables."""

from __future__ import annotations

from collections.abc import Iterator

from graph.counted import counted
from graph.quality.summary import Declared, Summary
from graph.rdf import Language, label

_SAID = {
    "zh": {
        "documents": "图中收录了{n}份文件的正文：{names}。",
        "held and cited": "，收录正文{held}份，其余仅被引用",
        "nothing": "图中没有文件。",
        "assertions": "共{assertions}条论断，每条都附原文依据；三元组{triples}个。",
        "coverage": "{sentences}个句子中，{quoted}个（{share:.0%}）为论断提供依据。",
        "unresolved": "有{n}处地名多地同名，未作判断。",
        "classes": "事物",
        "predicates": "关系",
        "grades": "依据等级",
        "declared": "自述与列出",
        "members": "{name}：自述{declared}个成员，列出{listed}个",
        "areas": "{name}：自述{declared}个方面，列出{listed}个",
        "tasks": "{name}：自述{declared}项任务，列出{listed}项",
    },
    "en": {
        "documents": "The graph holds the text of {n:document|documents}: {names}.",
        "held and cited": ", of which {held} are held and the others only cited",
        "nothing": "The graph holds no document.",
        "assertions": "It makes {assertions:assertion|assertions}, each with the passage that backs it, in {triples:triple|triples}.",
        "coverage": "{quoted} of {sentences:sentence|sentences} ({share:.0%}) give an assertion.",
        "unresolved": "{n:place name|place names} could mean several places, which is left open.",
        "classes": "Things",
        "predicates": "Relations",
        "grades": "Grades of evidence",
        "declared": "Declared against listed",
        "members": "{name}: declares {declared:member|members}, {listed} listed",
        "areas": "{name}: declares {declared:area|areas}, {listed} listed",
        "tasks": "{name}: declares {declared:task|tasks}, {listed} listed",
    },
}
_SHOWN_DOCUMENTS = 3


def summary_text(summary: Summary, language: Language) -> str:
    """Return a summary as text: sentences first, then one table for classes, relations, grades and declared counts.

    >>> from pyoxigraph import Store
    >>> from graph.quality.summary import summarise
    >>> summary_text(summarise(Store()), "en").splitlines()[0]
    'The graph holds no document.'
    """
    return "\n".join((*summary_sentences(summary, language), *_tables(summary, language)))


def summary_sentences(summary: Summary, language: Language) -> list[str]:
    """Return what a graph holds in plain sentences.

    >>> from pyoxigraph import Store
    >>> from graph.quality.summary import summarise
    >>> summary_sentences(summarise(Store()), "zh")
    ['图中没有文件。']
    """
    said = _SAID[language]
    if not summary.documents:
        return [said["nothing"]]
    names = ("；" if language == "zh" else "; ").join(summary.documents[:_SHOWN_DOCUMENTS])
    more = " …" if len(summary.documents) > _SHOWN_DOCUMENTS else ""
    quoted, sentences = summary.quoted_sentences, summary.sentences
    lines = [
        counted(said["documents"], n=len(summary.documents), names=names + more),
        counted(said["assertions"], assertions=summary.assertions, triples=summary.triples),
        counted(said["coverage"], sentences=sentences, quoted=quoted, share=quoted / sentences if sentences else 0),
    ]
    if summary.unresolved:
        lines.append(counted(said["unresolved"], n=summary.unresolved))
    return lines


def _tables(summary: Summary, language: Language) -> Iterator[str]:
    said = _SAID[language]
    for title, counts in (
        (said["classes"], summary.classes),
        (said["predicates"], summary.predicates),
        (said["grades"], summary.grades),
    ):
        if counts:
            yield f"\n{title}"
            for name, count in counts:
                more = counted(said["held and cited"], held=len(summary.documents)) if name == "PolicyDocument" else ""
                yield f"  {count:>6}  {label(name, language)} ({name}){more}"
    if summary.declared:
        yield f"\n{said['declared']}"
        yield from (f"  {declared_sentence(one, language)}" for one in summary.declared)


def declared_sentence(declared: Declared, language: Language) -> str:
    """Return what a text declares beside what it lists.

    >>> declared_sentence(Declared("双核", "members", 2, 2), "en")
    '双核: declares 2 members, 2 listed'
    """
    return counted(
        _SAID[language][declared.kind], name=declared.name, declared=declared.declared, listed=declared.listed
    )
