"""Shared head or verb: items that share what is written once.

Pattern: «加强与京津冀通道、产业、平台、市场、生态等5个方面融合对接» is five tasks, each complete: 加强与京津冀通道融合对接.

Accepted: a first item that opens with a verb, further ones that are bare nouns, and a tail behind the count; without a
tail where the verb is one of carrying out: «推进产业转型、科技创新等6项任务».
Refused: «优化布局、推动互联», where each item has its own verb; other verbs without a tail.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from extract.tokens.verb_openings import opening_verb
from extract.wordlists import alternation, names_of, word_classes


@lru_cache(maxsize=1)
def carrying_out() -> re.Pattern[str]:
    """Matches a verb of carrying out with its adverbs: 深入实施.

    >>> carrying_out().match("深入实施提升行动").group()
    '深入实施'
    """
    adverbs, verbs = alternation(word_classes()["adverbs"]), alternation(names_of("carrying_out.txt"))
    return re.compile(rf"(?:要|将|应)?(?:{adverbs})*(?:{verbs})")


def completed(labels: Sequence[str], tail: str, partner: str = "") -> tuple[str, ...]:
    """Return the items with what they share.

    Arguments: labels of the items as written; tail, the passage behind «等5个方面»; partner, the place that the first item
    names behind 与, empty where it names none.

    >>> completed(["加强与京津冀通道", "产业", "生态"], "融合对接", "京津冀")
    ('加强与京津冀通道融合对接', '加强与京津冀产业融合对接', '加强与京津冀生态融合对接')
    >>> completed(["优化布局", "推动互联"], "")
    ('优化布局', '推动互联')
    >>> completed(["推进产业转型", "科技创新"], "")
    ('推进产业转型', '推进科技创新')
    """
    first = labels[0]
    verb = opening_verb().match(first)
    if verb is None or any(opening_verb().match(label) for label in labels[1:]):
        return tuple(labels)
    if not tail:
        carried = carrying_out().match(first)
        return (first, *(carried.group() + label for label in labels[1:])) if carried else tuple(labels)
    prefix = first[: first.index(partner) + len(partner)] if partner and partner in first else verb.group()
    return (first + tail, *(prefix + label + tail for label in labels[1:]))
