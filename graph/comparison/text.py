"""The words of a comparison, in Chinese and in English."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.rdf import Language, label

_COLUMNS: dict[Language, tuple[str, ...]] = {
    "zh": ("变化", "主体", "关系", "内容", "此前", "此后", "此前原文", "此后原文"),
    "en": ("change", "subject", "relation", "about", "before", "after", "sentence before", "sentence after"),
}
_TITLES: dict[str, dict[Language, str]] = {
    "changed": {"zh": "变动", "en": "changed"},
    "added": {"zh": "新增", "en": "added"},
    "dropped": {"zh": "删去", "en": "dropped"},
    "same": {"zh": "未变", "en": "unchanged"},
}
_BETWEEN: dict[Language, tuple[str, str, str]] = {"zh": ("：", "、", "；"), "en": (": ", ", ", "; ")}


def columns(language: Language) -> tuple[str, ...]:
    """Return the heads of the columns of a comparison.

    >>> columns("en")[-1]
    'sentence after'
    """
    return _COLUMNS[language]


def title(kind: str, language: Language) -> str:
    """Return what a kind of change is called.

    >>> title("added", "zh"), title("same", "en")
    ('新增', 'unchanged')
    """
    return _TITLES[kind][language]


def said(facets: Iterable[tuple[str, Sequence[str]]], language: Language) -> str:
    """Return facets with their values in one line; a term, such as a step of the commitment scale, by its label.

    >>> said([("commitment", ["Driving"]), ("involves", ["沈阳市", "大连市"])], "zh")
    '力度为：推动/加快；涉及：沈阳市、大连市'
    """
    name, _, facet = _BETWEEN[language]
    return facet.join(f"{label(one, language)}{name}{listed(values, language)}" for one, values in facets if values)


def listed(values: Sequence[str], language: Language) -> str:
    """Return the values of a facet, or a dash where it has none.

    >>> listed(["沈阳市", "大连市"], "en"), listed([], "en")
    ('沈阳市, 大连市', '–')
    """
    return _BETWEEN[language][1].join(label(text, language) for text in values) or "–"


def shifted(facets: Iterable[tuple[str, Sequence[str], Sequence[str]]], language: Language) -> str:
    """Return facets with their values on both sides in one line.

    >>> shifted([("targetYear", ["2025"], ["2027"])], "en")
    'target year: 2025 → 2027'
    """
    name, _, facet = _BETWEEN[language]
    return facet.join(
        f"{label(one, language)}{name}{listed(old, language)} → {listed(new, language)}" for one, old, new in facets
    )
