"""Indicators: what a target measures, by the words round its value."""

from __future__ import annotations

import re

from extract.grammar.baselines import Baseline
from extract.quantities import MADE_NOUN, Quantity
from extract.wordlists import canonical_names

_TAIL = re.compile(
    r"(?:力争|争取|努力|确保|将要?|要|应|预计|预期|计划|(?<!年)均|都|分别|双双|总体|基本|逐步|累计|稳步|进一步|持续|有望|比上年|较上年|比20\d\d年|较20\d\d年|"
    r"比\d+年|较\d+年|的目标是?|目标|到?20\d\d年底?|\s|，|、|：|也|还|再|全面|率先|左右|同比|合计|共|要求|整体|大幅|平均)+$"
)
_HEAD = re.compile(
    r"(?:[，、：；\s]|[两三四五六七八九](?:市|省|地|县|区|州)(?![场级间])|(?:有力|有效)?(?:支撑|带动|助推)|已(?=提出|明确|确定)|其中|同时|力争|争取|努力|确保|推动|推进|实现|使|让|把|将|要|全面|主要|以及|和|(?:到|至|了?在(?=20))?20\d\d年(?:\d{1,2}月)?(?:底|末|前)?|今年(?:底|末)?前?|全年|明年(?:底|末)?前?|年底前?|该[省市区县]|年内|我国|并|"
    r"“?十[一二三四五六]五”?(?:时期|期间|期末|末)|今后[一二三五\d]+年|未来[一二三五\d]+年|届时|提出|明确|要求|预计|预期|计划|经过[^，]{1,8}努力|全社会(?=研发)|全市|全省|全区|全县|全州|我市|我省|我区|本市|该市|该省)*"
)
_GROWTH = re.compile(r"(?:年均)?(?:增长|提高|提升|增加|新增|上升|扩大|下降|降低|减少|压减)$")
_MAKING = re.compile(
    r"(?:新增|新建|建成|培育|建设|引进|打造|形成|创建|发展|认定|布局|完成|改造|实施|组建|设立|推广|集聚|支持|壮大|落地|吸引|主导|参与|或|制修订|制定|修订|累计|开展|汇聚|引育|招引|投放|开通|培养)*(?:（修订）)?(?:形成|完成)?(?:的)?"
)
_BEHIND = re.compile(r"(?:以上|左右)?(?:的)?(?P<noun>[\u4e00-\u9fffA-Za-z0-9“”]{2,16}?)(?=$|[，。；、（])")
_COUNTED = frozenset("个家座条所项款名只处支栋")
"""Units of things that stand behind their number: 突破100项关键核心技术."""
_OF_ITSELF = re.compile(r"(?:累计)?推广")
_SHARES = ("占比", "比例", "比重", "率")
"""Of a share, 新增 says what it is a share of: 新增新能源汽车占比."""
_SHORTEST = 4
_ACHIEVED = ("建成", "形成", "完善", "健全", "建立", "显现", "增强", "优化", "提升")
"""Ends of what shall be so, listed before an indicator: 体系基本建成、产业规模达5000亿元."""
_DESCRIBED = re.compile(r"(?:以上|左右|级)*的(?P<noun>[\u4e00-\u9fff]{2,14}?)(?=$|[，。；、（])")
"""«超千亿的特色产业集群»: the noun behind is what is measured."""
_NO_INDICATOR = re.compile(
    r"记者|会议|以来|项目总|任务|措施|方面|讯$|第[一二三四五六七八九十\d]+(?:次|届|批|名|位|季度)|截至|同比|此次|出席|其中|报道|时间|年级|小时内|日起|电话|每年|召开|达到|资金$|(?<!规模)(?<!限额)以[内上下](?!断面)|不[少低超]|原则上|调整为?$|工期|该政策|工作日|自然日"
)

_ONLY_A_DEED = re.compile(
    r"(?:示范|挂牌|累计|新增|成功)*(?:带动|招募|运行|引进|培育|组织|举办|开展|完成|吸引|争取|确保|资金)+"
)
_AIM_WORDS = ("目标", "任务", "要求", "水平", "规模", "速度", "比例")


def indicator_at(text: str, low: int, quantity: Quantity, departure: Baseline | None) -> str:
    """The words that name what a quantity measures; empty where there are none.

    Arguments: text, folded; low, offset from which the words before the quantity may begin; departure, the baseline between
    them, if there is one.

    >>> from extract.quantities import quantities
    >>> text = "力争固定资产投资增速达到15%，培育不少于20家孵化器"
    >>> [indicator_at(text, low, quantities(text, low, len(text))[0][0], None) for low in (0, 16)]
    ['固定资产投资增速', '孵化器']
    """
    if quantity.made or quantity.unit in _COUNTED:
        made = MADE_NOUN.match(text, quantity.end)
        if made or quantity.made:
            return made["noun"] if made else ""
    high = quantity.start
    if departure is not None and low <= departure.start < high:
        high = departure.start
    head = _HEAD.match(text, low, high)
    start = head.end() if head else low
    label = _TAIL.sub("", text[start:high])
    label = re.sub(r"（[^（）]*）$", "", label).strip("“” 的")
    described = _DESCRIBED.match(text, quantity.end)
    if described and described["noun"] not in _AIM_WORDS:
        return described["noun"]
    making = _MAKING.fullmatch(label) if label else None
    if not label or making:
        behind = _BEHIND.match(text, quantity.end)
        return behind["noun"] if behind and quantity.value is not None and (making or not label) and making else ""
    label = re.sub("^其(?![他中余它])", "", label.rpartition("将")[2] or label)
    label = label.rpartition("实现")[2] if len(label.rpartition("实现")[2]) >= _SHORTEST else label
    former, _, last = label.rpartition("、")
    label = last if former.endswith(_ACHIEVED) else label
    made = _MAKING.match(label)
    kept = made is not None and (_OF_ITSELF.match(label) or label.endswith(_SHARES))
    label = label[made.end() :] if made and not kept and len(label) - made.end() >= 3 else label
    if _GROWTH.match(quantity.verb) and not label.endswith(("增速", "增幅", "率", "增长率")):
        label += quantity.verb
    return label


def level_of(label: str) -> str:
    """The indicator whose change a label names: what «力争突破500亿元» is said of behind «地区生产总值年均增长8%».

    >>> level_of("地区生产总值年均增长"), level_of("森林覆盖率")
    ('地区生产总值', '森林覆盖率')
    """
    return _GROWTH.sub("", label)


def changes(label: str) -> bool:
    """Whether an indicator is a change (…降低), which a bare level behind it does not share.

    >>> changes("单位GDP能耗降低"), changes("森林覆盖率")
    (True, False)
    """
    return _GROWTH.search(label) is not None


def is_indicator(label: str) -> bool:
    """Whether a passage can be the name of an indicator.

    >>> is_indicator("森林覆盖率"), is_indicator("本次会议")
    (True, False)
    """
    return (
        2 <= len(label) <= 40
        and not _ONLY_A_DEED.fullmatch(label)
        and not _NO_INDICATOR.search(label)
        and not re.search(r"[，。；：《》]|（[^）]*$|^[^（]*）", label)
        and not re.match(r"\d(?![A-Z])", label)
    )


def canonical_indicator(label: str) -> tuple[str, tuple[str, ...]]:
    """An indicator's name by the lexicon, and its other names.

    >>> canonical_indicator("生产总值")
    ('地区生产总值', ('生产总值',))
    """
    known = canonical_names("indicators.tsv", "name", "other_names")
    name = known.get(label, label)
    others = {label} if name != label else set()
    if name.startswith("研发"):
        others.add(f"全社会{name}")
    if match := _GROWTH.search(label):
        base = label[: match.start()]
        name = known.get(base, base) + match.group()
        others = {
            label,
            *(base + match.group().replace("增长", ending) for ending in ("增速", "增长率") if "增长" in match.group()),
        }
    return name, tuple(sorted(others - {name}))
