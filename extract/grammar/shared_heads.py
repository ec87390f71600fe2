"""Shared head or verb: items that share what is written once.

Pattern: «加强与京津冀通道、产业、平台、市场、生态等5个方面融合对接» is five tasks, each complete: 加强与京津冀通道融合对接.

Accepted: a first item that opens with a verb, further ones that are bare nouns, and a tail behind the count.
Refused: «优化布局、推动互联», where each item has its own verb; items of a list without tail.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.tokens.verb_openings import opening_verb


def completed(labels: Sequence[str], tail: str, partner: str = "") -> tuple[str, ...]:
    """Return the items with what they share.

    Arguments: labels of the items as written; tail, the passage behind «等5个方面»; partner, the place that the first item
    names behind 与, empty where it names none.

    >>> completed(["加强与京津冀通道", "产业", "生态"], "融合对接", "京津冀")
    ('加强与京津冀通道融合对接', '加强与京津冀产业融合对接', '加强与京津冀生态融合对接')
    >>> completed(["优化布局", "推动互联"], "")
    ('优化布局', '推动互联')
    """
    first = labels[0]
    verb = opening_verb().match(first)
    if not tail or verb is None or any(opening_verb().match(label) for label in labels[1:]):
        return tuple(labels)
    prefix = first[: first.index(partner) + len(partner)] if partner and partner in first else verb.group()
    return (first + tail, *(prefix + label + tail for label in labels[1:]))
