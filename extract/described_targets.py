"""What a target is called: one name for equal targets, by whatever rule, or person, they were read."""

from __future__ import annotations

from collections.abc import Mapping

from extract.values import Description, Entity, Value

_SIGNS = {">=": "≥", "<=": "≤"}
"""Comparisons that a label writes as people do; keys and values keep the signs of a keyboard."""


def describe_target(place: Entity, attributes: Mapping[str, Value], document: str) -> Description:
    """Return a target with its name, its label and its attributes.

    Arguments: place that has it; attributes, as a Description holds them, with `indicator` and `comparison`, and either
    `targetValue` and `unit` or `reference`; document, the id of the text. What counts what is done is called so: 新增公园=100座.

    >>> from decimal import Decimal
    >>> said = {"indicator": Entity("Indicator", "增速"), "comparison": ">=", "targetValue": Decimal(7), "unit": "%"}
    >>> describe_target(Entity("City", "沈阳市"), {**said, "targetYear": 2025}, "a").entity.key
    '沈阳市·增速>=7%·2025'
    """
    indicator = attributes["indicator"]
    assert isinstance(indicator, Entity)
    value = attributes.get("targetValue")
    shown = attributes.get("reference", "") if value is None else f"{value:f}{attributes['unit']}"
    sign = str(attributes["comparison"])
    measured = f"{attributes.get('countedVerb', '')}{indicator.key}"
    label, key = f"{measured}{_SIGNS.get(sign, sign)}{shown}", f"{measured}{sign}{shown}"
    year = f"·{attributes['targetYear']}" if "targetYear" in attributes else ""
    entity = Entity("Target", f"{place.key}·{key}{year}", document)
    return Description(entity, label, (), tuple(sorted(attributes.items(), key=lambda pair: pair[0])))
