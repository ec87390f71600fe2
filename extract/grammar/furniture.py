"""Page furniture: what a web page, a database or a news agency put round the text, and in the midst of it.

Pattern: «来源:… 发布时间:…», «下载⏎打印⏎【字号：⏎加大», «【法宝引证码】 CLI…», «2023-08-17 12:28,正文:», «新华社南宁8月3日电(记者…)»,
«上一篇:», «责任编辑:…», «返回搜狐,查看更多». `records` reads metadata from it; nothing else is read. Names of reporters are no entities.

Accepted: the dateline of «新华社西安8月18日电(记者李佳旭)行动计划发布。».
Refused: «来源广泛。», where 来源 is an ordinary word.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.dates import DAY
from extract.scanning import line_starts, offsets, scan
from extract.spans import merged
from extract.wordlists import alternation, any_of, names_of, table

_HEAD, _FOOT = 600, 500
"""Code points from the beginning and the end of a text within which page furniture may stand in the midst of a line."""
_HAN = r"[^\s，。；：、（）《》“”\d]"
_PATH = r"您?(?:当前|当前的|的|现在的|所在)位置(?:是)?：?\s*"
_AROUND = (
    r"^[^\n。]{0,60}?正文：",
    r"原标题：",
    r"(?:返回搜狐，?)?查看更多(?:责任编辑：[^\n。]{0,20})?",
    r"^\x20*\[查看原文\][^\n]{0,200}$",
    r"分享让更多人看到",
    r"（www\.[^（）]{0,40}）",
    r"(?:版权所有|备案号|网站标识码|[^\s。，]{0,4}ICP备)[^\n。]{0,200}$",
)
"""What the site puts round the text."""
_PRESS = (
    r"本报[^，。：\n]{0,6}(?:电|讯)\s*(?:（[^（）]{0,40}）)?",
    r"（(?:本报|新华社|见习)?(?:记者|通讯员|摄影|实习)[^（）]{0,60}）",
    r"（[^（）\n]{0,20}(?:记者|通讯员|供图|摄)[^（）\n]{0,30}）",
    r"(?:流程编辑|责任编辑|责编|编辑|校对)[：:\s][^\n。]{0,40}$",
    r"《 ?人民日报 ?》（[^（）]*版）",
    rf"(?:(?<=[。\s])|^)[^\s。，；：“”]{{0,8}}{any_of('people_of_the_press.txt')}\x20{{0,2}}[\u4e00-\u9fff]{{2,4}}\x20{{0,2}}摄(?![影像制氏录入取食])",
    r"（完）",
)
"""What a newspaper or an agency puts round its text."""
_PATHS = (
    rf"^(?:[^\n。：]{{0,20}}{_PATH}|\x20*首页\s*>)[^\n。]{{0,80}}?>\s*正文",
    rf"^[^\n。：]{{0,20}}{_PATH}[^\n。>]{{1,20}}>[^\n。]{{1,100}}$",
    rf"^(?:[^\n。：]{{0,20}}{_PATH}|\x20*首页\s*>\s*)[^\n。>]{{0,20}}(?:\s*>+\s*(?P<last>[^\n。>]{{1,20}}))*(?:\n(?P=last))?$",
)
"""The way from the home page of a site to the text."""


@lru_cache(maxsize=1)
def _furniture() -> re.Pattern[str]:
    press = table("press.tsv", "word", "part")
    agencies = alternation(word for word, (part,) in press.items() if part == "name")
    papers = alternation(word for word, (part,) in press.items() if part == "end")
    labels = alternation(word for word, (where,) in _labels().items() if where != "edge")
    buttons, links = alternation(names_of("page_buttons.txt")), alternation(names_of("page_links.txt"))
    fields = field_pattern()
    telling = field_pattern(telling=True)
    patterns = (
        *_AROUND,
        *_PRESS,
        *_PATHS,
        rf"(?:{agencies}|据{_HAN}{{2,8}}|{_HAN}{{2,5}}(?:{papers})|{_HAN}{{4}}报)[^，。；：、《》“”\n]{{0,12}}?"
        r"(?:\d{1,4}年)?\d{1,2}月\d{1,2}日(?:午间|晚间)?(?:电|讯|消息|报道：?)\s*(?:（[^（）]{0,40}）)?",
        rf"[\u4e00-\u9fff]{{2,6}}(?:{papers}|网)(?:（[^（）]{{0,20}}）)?讯\s*(?:（[^（）]{{0,40}}）)?",
        rf"【(?:{buttons})[^【】\n]{{0,6}}】",
        rf"^\x20*(?:{labels})：\x20*\n\x20*(?:{DAY}[\x20\d：:]*|\d+|[^\n。，：]{{0,10}}(?:{agencies}|{papers}|网|局|厅|室))\x20*$",
        rf"^\x20*(?:{labels})(?:：|\s*\|)[^\n。]{{0,100}}$",
        rf"^\x20*(?:{links})：?[^\n。]{{0,60}}$",
        rf"^[\x20【\[（>×|/]*(?:(?:{buttons})[\x20：|/】\]）【\[（>×]*)+$",
        r"^[\x20【】\[\]（）|>×/]+$",
        rf"^\x20*(?:【(?:{fields})】：?|(?:{fields})\x20?：)[^\n]{{0,300}}$",
        rf"^\x20*(?:{telling})\x20+[^\n。，；]{{2,100}}$",
    )
    # What may begin in the midst of a line begins with a character of _BEGINNING or ends as _telling says: see _beginnings.
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.MULTILINE)


@lru_cache(maxsize=1)
def _edge_furniture() -> re.Pattern[str]:
    """What stands in the midst of a line only where a whole page stands on one: near its beginning and its end."""
    labels = alternation(word for word, (where,) in _labels().items() if where != "line")
    patterns = (
        rf"(?:^|(?<=\s))(?:{labels})：\x20?[^\s。，；]{{1,20}}(?:\x20A[-+])*(?=\s|$)",
        r"(?:^|(?<=\s))20\d\d-\d{1,2}-\d{1,2}(?:\x20\d{1,2}:\d\d(?::\d\d)?)?(?=\s)",
        rf"(?:^|(?<=\s))(?:{alternation(names_of('page_links.txt'))})：[^\n。]{{0,80}}$",
        rf"^\x20*{DAY}\x20+\d{{1,2}}:\d\d(?::\d\d)?\x20*$",
    )
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.MULTILINE)


_BEGINNING = re.compile("[原返查分版备网流责编校本（《【]")
"""With which character furniture begins in the midst of a line, but for what ends in a word by which it is told."""
_REACH = 48
"""Code points before such a word (月1日电, 网讯, ICP备, 摄) within which furniture begins, with any character."""


@lru_cache(maxsize=1)
def _telling() -> re.Pattern[str]:
    ends = alternation(word for word, (part,) in table("press.tsv", "word", "part").items() if part == "end")
    return re.compile(rf"月\d{{1,2}}日[午晚]?间?[电讯消报]|(?:{ends}|网)(?:（[^（）]{{0,20}}）)?讯|ICP备|摄")


def _beginnings(text: str) -> list[int]:
    """Every offset at which furniture may begin, in order."""
    near = [offset for told in offsets(_telling(), text) for offset in range(max(0, told - _REACH), told + 1)]
    return sorted({*line_starts(text), *offsets(_BEGINNING, text), *near})


def _labels() -> dict[str, tuple[str, ...]]:
    return dict(table("page_labels.tsv", "label", "where"))


def field_pattern(telling: bool = False) -> str:
    """A pattern of the fields of a document's record, whose characters may be set apart: «索 引 号».

    Arguments: telling, only those that say who issued the document, its number or its days.
    """
    fields = table("record_fields.tsv", "field", "says").items()
    words = [field for field, (says,) in fields if says != "-" or not telling]
    return "|".join(r"\x20{0,4}".join(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def furniture(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of page furniture in a folded text, in order, none overlapping.

    Arguments: text, folded. Returns pairs (start, end) of code points.

    >>> text = "新华社西安8月18日电（记者李佳旭）行动计划发布。"
    >>> [text[start:end] for start, end in furniture(text)]
    ['新华社西安8月18日电（记者李佳旭）']
    >>> text = "当前位置：首页 > 正文 甲出台方案 2023-05-18 来源：甲日报 责任编辑：乙 甲印发方案。 【打印】"
    >>> [text[start:end] for start, end in furniture(text)]
    ['当前位置：首页 > 正文', '2023-05-18', '来源：甲日报', '责任编辑：乙', '【打印】']
    >>> text = "下载\\n【字号：\\n加大\\n】\\n甲县规划\\n来源：\\n甲日报\\n甲县打造中心。"
    >>> [text[start:end].split() for start, end in furniture(text)]
    [['下载'], ['【字号：'], ['加大'], ['】'], ['来源：', '甲日报']]
    >>> text = "会议举行。新华社记者 甲乙 摄甲市是中心。记者摄影展举行。"
    >>> [text[start:end] for start, end in furniture(text)]
    ['新华社记者 甲乙 摄']
    >>> furniture("资金来源广泛。")
    ()
    """
    foot = max(_HEAD, len(text) - _FOOT)
    found = [
        *scan(_beginnings(text), _furniture(), text),
        *_edge_furniture().finditer(text, 0, _HEAD),
        *_edge_furniture().finditer(text, foot),
    ]
    return tuple(merged([match.span() for match in found if match.end() > match.start()]))
