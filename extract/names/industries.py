"""Industries in a text, normalised by the lexicon."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from extract.names.name import Name, free_of
from extract.values import Description, Entity
from extract.wordlists import Finder, split, table

_FILE = ("industries.tsv", "name", "other_names", "broader")
_NOT_BEFORE = (
    "局",
    "厅",
    "部门",
    "委",
    "公司",
    "集团",
    "学院",
    "大学",
    "银行",
    "银",
    "类",
    "杂志",
    "监管",
    "监督",
    "管理",
)


@lru_cache(maxsize=1)
def _canonical() -> dict[str, str]:
    return {other: name for name, cells in table(*_FILE).items() for other in (name, *split(cells[0]))}


@lru_cache(maxsize=1)
def _finder() -> Finder:
    return Finder(_canonical())


def find_industries(text: str, blocked: Sequence[tuple[int, int]]) -> tuple[Name, ...]:
    """Return the industries in a folded text.

    Arguments: text, folded; blocked, sorted spans that are not read (titles, organisations, page furniture).

    >>> [name.entities[0].key for name in find_industries("区域性金融中心，发展海洋经济，金融局", [])]
    ['金融业', '海洋经济']
    """
    return tuple(
        Name(start, end, "industry", (Entity("Industry", _canonical()[word]),))
        for start, end, word in _finder().find(text)
        if free_of(blocked, start, end) and not text.startswith(_NOT_BEFORE, end)
    )


def describe_industry(entity: Entity) -> Description:
    """Names of an industry and the wider one.

    >>> describe_industry(Entity("Industry", "种业")).attributes
    (('skos:broader', Entity(kind='Industry', key='农业', scope='')),)
    """
    others, broader = table(*_FILE)[entity.key]
    wider = (("skos:broader", Entity("Industry", broader)),) if broader else ()
    return Description(entity, entity.key, split(others), wider)
