"""Indicators: what a target measures, by the name that the lexicon gives it."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.wordlists import alternation, any_of, canonical_names, names_of, word_classes

_SHARE = re.compile(r"占(?!比).*(?<!比重)(?<!比例)(?<!占比)(?<!率)$")
_SHARE_OF = re.compile(r"占(?!比).*(?:比重|比例|占比|比)$")
_BEFORE = re.compile(rf"^(?:{any_of('own_place_before_indicators.txt')}|全社会(?=研发))")


@lru_cache(maxsize=1)
def _growth() -> re.Pattern[str]:
    return re.compile(rf"(?:年均)?(?:{alternation(word_classes()['growing'])})$")


@lru_cache(maxsize=1)
def _money() -> re.Pattern[str]:
    return re.compile(alternation(names_of("money_measures.txt")))


def is_money(label: str) -> bool:
    """Whether an indicator is measured in money, so that «超千亿» of it is a sum.

    >>> is_money("低空经济产业规模"), is_money("粮食产量")
    (True, False)
    """
    return _money().search(label) is not None


def level_of(label: str) -> str:
    """The indicator whose change a label names: what «力争突破500亿元» is said of behind «地区生产总值年均增长8%».

    >>> level_of("地区生产总值年均增长"), level_of("森林覆盖率")
    ('地区生产总值', '森林覆盖率')
    """
    return _growth().sub("", label)


def grown_of(label: str) -> str:
    """What «增长30%» is said of behind a label: of a share what has it: «增加值占GDP比重达到45%，年均增长15%».

    >>> grown_of("数字经济增加值占GDP比重"), grown_of("粮食产量"), grown_of("占比")
    ('数字经济增加值', '粮食产量', '占比')
    """
    level = level_of(label)
    share = _SHARE_OF.search(level)
    return level[: share.start()] if share is not None and share.start() else level


def canonical_indicator(label: str) -> tuple[str, tuple[str, ...]]:
    """An indicator's name by the lexicon, and its other names.

    Arguments: label, the words of the text. A share without its last word gets it; a growth is also called 增速 and 增长率.

    >>> canonical_indicator("生产总值"), canonical_indicator("物流业增加值占地区生产总值")[0]
    (('地区生产总值', ('生产总值',)), '物流业增加值占地区生产总值比重')
    >>> canonical_indicator("固定资产投资增长")
    ('固定资产投资增长', ('固定资产投资增速', '固定资产投资增长率'))
    """
    known = canonical_names("indicators.tsv", "name", "other_names")
    label = _BEFORE.sub("", label) or label
    if _SHARE.search(label):
        label += "比重"
    name = known.get(label, label)
    others = {label} if name != label else set()
    if name.startswith("研发"):
        others.add(f"全社会{name}")
    if match := _growth().search(label):
        base, growth = label[: match.start()], match.group()
        name = known.get(base, base) + growth
        others = {
            label,
            *(
                one + growth.replace("增长", end)
                for end in ("增速", "增长率")
                for one in {base, known.get(base, base)}
                if "增长" in growth
            ),
        }
    return name, tuple(sorted(others - {name}))
