"""What the lexicon knows of industries: their names, the words for the same one, the wider one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from extract.names.name import Name, free_of
from extract.values import Description, Entity
from extract.wordlists import Finder, names_of, split, table
from extract.words import is_known, tokens

_FILE = ("industries.tsv", "name", "other_names", "broader")
_ENDINGS = ("产业", "行业")
_SHARED = 2
"""A last word of so many names of the lexicon is one that industries end in (装备, 物流)."""


@lru_cache(maxsize=8192)
def stem(name: str) -> str:
    """The name of an industry without the ending that says that it is one; 农业 and 工业 are whole words.

    >>> stem("机器人产业"), stem("装备制造业"), stem("设施农业"), stem("海洋经济"), stem("茶产业")
    ('机器人', '装备制造', '设施农业', '海洋经济', '茶')
    """
    if name.endswith(_ENDINGS) and len(name) > 2:
        return name[:-2]
    if name.endswith("业") and len(name) > 2 and not is_known(name[-2:]):
        return name[:-1]
    return name


@lru_cache(maxsize=1)
def _by_stem() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for name in table(*_FILE):
        found.setdefault(stem(name), name)
    for name, cells in table(*_FILE).items():
        for other in split(cells[0]):
            found.setdefault(stem(other), name)
    return MappingProxyType(found)


@lru_cache(maxsize=1)
def _finder() -> Finder:
    """Names, other words for them, and names without their ending where that leaves more than a common word (水产)."""
    rows = table(*_FILE).items()
    words = {word for name, cells in rows for word in (name, *split(cells[0]))}
    stems = {short for name, _ in rows if len(short := stem(name)) > 2}
    return Finder((words | stems) - set(names_of("not_industries_alone.txt")))


@lru_cache(maxsize=1)
def _last_words() -> frozenset[str]:
    names = {stem(name) for name in table(*_FILE)}
    seen = Counter(words[-1] for name in names if len(words := tokens(name)) > 1)
    return frozenset(word for word, count in seen.items() if count >= _SHARED and len(word) > 1)


def known_name(written: str) -> str | None:
    """The lexicon's name for what is written, if it is exactly that: 汽车 is 汽车产业, 专用汽车 is not.

    A word that names a field of life without 产业 (海洋, 绿色) is no industry.

    >>> known_name("机器人"), known_name("金融业"), known_name("机器人学"), known_name("绿色")
    ('机器人产业', '金融业', None, None)
    """
    if written in names_of("not_industries_alone.txt"):
        return None
    return _by_stem().get(stem(written))


def ends_like_one(word: str) -> bool:
    """Whether names of the lexicon end in a word: 装备, 物流.

    >>> ends_like_one("装备"), ends_like_one("人民")
    (True, False)
    """
    return word in _last_words()


@lru_cache(maxsize=8192)
def ends_in_goods(written: str) -> bool:
    """Whether a phrase ends in the word for something that is produced, and so may be an industry: 高端家纺, 淀粉糖.

    >>> ends_in_goods("高端家纺"), ends_in_goods("淀粉糖"), ends_in_goods("功能"), ends_in_goods("优秀人才")
    (True, True, False, False)
    """
    goods, written = _goods(), stem(written)
    return any(written[-length:] in goods for length in range(2, min(len(written), _longest_of_goods()) + 1))


@lru_cache(maxsize=1)
def _goods() -> frozenset[str]:
    return frozenset(names_of("produced_goods.txt"))


@lru_cache(maxsize=1)
def _longest_of_goods() -> int:
    return max(map(len, _goods()))


_MAKING = "打造"


def lexicon_names(text: str, blocked: Sequence[tuple[int, int]]) -> tuple[Name, ...]:
    """The words of the lexicon in a folded text, each one token of it; whether they name an industry there is not said.

    Arguments: text, folded; blocked, sorted spans that are not read (titles, organisations, page furniture).

    >>> [name.entities[0].key for name in lexicon_names("区域性金融业中心，发展海洋经济", [])]
    ['金融业', '海洋经济']
    """
    return tuple(
        Name(start, end, "industry", (Entity("Industry", known_name(word) or word),))
        for start, end, word in _finder().find(text)
        if free_of(blocked, start, end) and not text.startswith(_MAKING, max(start - 1, 0))  # 打造船舶装备, not 造船
    )


@lru_cache(maxsize=8192)
def wider_by_head(name: str) -> str:
    """The lexicon's industry of which a name that it lacks is a kind, by the words with which it ends; empty where none.

    >>> wider_by_head("酱香型白酒产业"), wider_by_head("磷系新材料"), wider_by_head("白酒产业"), wider_by_head("低空物流枢纽")
    ('白酒产业', '新材料产业', '', '')
    """
    words = tokens(stem(name))
    ends = ("".join(words[first:]) for first in range(1, len(words)))
    return next((found for end in ends if len(end) > 1 and (found := known_name(end)) and found != name), "")


def describe_industry(entity: Entity, written: Sequence[str] = ()) -> Description:
    """Names of an industry and the wider one.

    Arguments: entity; written, the forms in which a text names it, which stay labels of it.

    >>> describe_industry(Entity("Industry", "种业")).attributes
    (('skos:broader', Entity(kind='Industry', key='农业', scope='')),)
    >>> describe_industry(Entity("Industry", "特种机器人")).attributes
    (('skos:broader', Entity(kind='Industry', key='机器人产业', scope='')),)
    >>> describe_industry(Entity("Industry", "机器人产业"), ["机器人"]).aliases
    ('机器人',)
    """
    others, broader = table(*_FILE).get(entity.key) or ("", wider_by_head(entity.key))
    wider = (("skos:broader", Entity("Industry", broader)),) if broader else ()
    names = {*split(others), *written, stem(entity.key)} - {entity.key}
    return Description(entity, entity.key, tuple(sorted(names)), wider)
