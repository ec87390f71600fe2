"""Page furniture: what a web page or a news agency put round the text, and in the midst of it.

Pattern: «来源:… 发布时间:…», «2023-08-17 12:28,正文:», «新华社南宁8月3日电(记者…)», «上一篇:», «责任编辑:…», «返回搜狐,查看更多».
Metadata is read from it by `issuing`; nothing else is. Names of reporters and agencies are no entities.

Accepted: the dateline of «新华社西安8月18日电(记者李佳旭)行动计划发布。».
Refused: «来源广泛。», where 来源 is an ordinary word.
"""

from __future__ import annotations

import re

from extract.spans import merged

_AGENCY = (
    r"(?:新华社|中新社|本报(?:记者)?|(?:中新|新华|人民|光明|央视|中国|东方)网|据[^\s，。；：、（）《》“”\d]{2,8}"
    r"|[^\s，。；：、（）《》“”\d]{2,5}(?:日报|晚报|晨报|时报|早报|商报|青年报|时刻新闻|新闻网|客户端))"
    r"[^，。；：、《》“”\n]{0,12}?(?:\d{1,4}年)?\d{1,2}月\d{1,2}日(?:午间|晚间)?(?:电|讯|消息|报道：?)"
)
_RECORD = (
    r"索\s*引\s*号|信息索引|主题分类|组配分类|公文种类|发文机关|发布机构|制发机关|成文日期|生成日期|印发日期|标\s*题|名\s*称|发文字号|文\s*号|发布日期|公开日期|"
    r"主\s*题\s*词|关\s*键\s*词|公开方式|公开属性|有效性|时效性|是否有效"
)
"""The fields of the record that an official site puts above a document."""
_LABEL = "来源|信息来源|文章来源|作者|记者|通讯员|责任编辑|责编|编辑|审核|校对|字号|字体|浏览次数|阅读次数|发布时间|发布日期|更新时间"
_PATTERNS = (
    r"^[^\n。]{0,60}?正文：",
    r"原标题：",
    rf"{_AGENCY}\s*(?:（[^（）]{{0,40}}）)?",
    r"本报[^，。：\n]{0,6}(?:电|讯)\s*(?:（[^（）]{0,40}）)?",
    r"[\u4e00-\u9fff]{2,6}(?:日报|晚报|晨报|时报|早报|商报|网)讯\s*(?:（[^（）]{0,40}）)?",
    r"【(?:打印|关闭|收藏|纠错|返回|分享|大|中|小)[^【】\n]{0,6}】",
    r"（(?:本报|新华社|见习)?(?:记者|通讯员|摄影|实习)[^（）]{0,60}）",
    r"（[^（）\n]{0,20}(?:记者|通讯员|供图|摄)[^（）\n]{0,30}）",
    r"^\x20*(?:来源|信息来源|文章来源|发布时间|发布日期|时间|作者|浏览次数|阅读次数|字号|字体|打印|责任编辑|责编|编辑|审核|校对)(?:：|\s*\|)[^\n。]{0,100}$",
    r"(?:流程编辑|责任编辑|责编|编辑|校对)[：:\s][^\n。]{0,40}$",
    r"(?:返回搜狐，?)?查看更多(?:责任编辑：[^\n。]{0,20})?",
    r"^\x20*(?:上一篇|下一篇|上一条|下一条|相关链接|相关阅读|附件|扫一扫|分享到?|打印本页|关闭窗口)：?[^\n。]{0,60}$",
    rf"^\x20*(?:{_RECORD})\s?：[^\n]{{0,300}}$",
    r"分享让更多人看到",
    r"（www\.[^（）]{0,40}）",
    r"（完）",
    r"《 ?人民日报 ?》（[^（）]*版）",
    r"(?:版权所有|备案号|网站标识码|[^\s。，]{0,4}ICP备)[^\n。]{0,200}$",
    r"^\x20*(?:当前位置|您的位置|首页\s*>)[^\n。]{0,80}?(?:>\s*正文|$)",
)
RECORD = re.compile(rf"(?:^|(?<=\s))(?P<field>{_RECORD})\s?：\s*(?P<value>[^\s]{{0,80}})", re.MULTILINE)
_AT_EDGES = (
    rf"(?:^|(?<=\s))(?:{_LABEL})：\x20?[^\s。，；]{{1,20}}(?:\x20A[-+])*(?=\s|$)",
    r"(?:^|(?<=\s))20\d\d-\d{1,2}-\d{1,2}(?:\x20\d{1,2}:\d\d(?::\d\d)?)?(?=\s)",
    r"(?:^|(?<=\s))(?:相关新闻|相关链接|相关阅读|推荐阅读|延伸阅读)：[^\n。]{0,80}$",
)
"""What stands in the midst of a line only where a whole page stands on one: near its beginning and its end."""
_FURNITURE = re.compile("|".join(f"(?:{pattern})" for pattern in _PATTERNS), re.MULTILINE)
_EDGE_FURNITURE = re.compile("|".join(f"(?:{pattern})" for pattern in _AT_EDGES), re.MULTILINE)
_HEAD, _FOOT = 600, 500
"""Code points from the beginning and the end of a text within which page furniture may stand in the midst of a line."""


def furniture(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of page furniture in a folded text, in order, none overlapping.

    Arguments: text, folded. Returns pairs (start, end) of code points.

    >>> text = "新华社西安8月18日电（记者李佳旭）行动计划发布。"
    >>> [text[start:end] for start, end in furniture(text)]
    ['新华社西安8月18日电（记者李佳旭）']
    >>> text = "当前位置：首页 > 正文 甲出台方案 2023-05-18 来源：甲日报 责任编辑：乙 甲印发方案。 【打印】"
    >>> [text[start:end] for start, end in furniture(text)]
    ['当前位置：首页 > 正文', '2023-05-18', '来源：甲日报', '责任编辑：乙', '【打印】']
    >>> furniture("资金来源广泛。")
    ()
    """
    foot = max(_HEAD, len(text) - _FOOT)
    found = [
        *_FURNITURE.finditer(text),
        *_EDGE_FURNITURE.finditer(text, 0, _HEAD),
        *_EDGE_FURNITURE.finditer(text, foot),
    ]
    return tuple(merged([match.span() for match in found if match.end() > match.start()]))
