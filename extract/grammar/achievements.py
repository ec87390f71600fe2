"""Achieved, requested or paid: what holds a number or a deed but is no target and no task.

Pattern: 上半年, 去年, 截至, 已, 同比, 累计, 近三年, 最高…万元, 奖励, 占分.

Accepted as achieved: «去年实现生产总值6739亿元», «最高给予500万元奖励».
Refused: «到2025年超过9000亿元», «已提出到2025年超过9000亿元», where 已 belongs to the saying.
"""

from __future__ import annotations

import re

_PAST = re.compile(
    r"去年|上年|前年|今年以来|上半年|前[一二三四五六七八九十\d]+个?(?:月|季度)|[一二三四]季度|年以来|同比|环比|截至|截止|目前|近[一二两三四五六七八九十\d]+年|近年来|"
    r"以来|日前|近日|较上年|比上年|较去年|比去年|仅次于|曾|当时|历时|多年|据统计|\d{1,2}月末|\d{1,2}日[，上下晚]|已经|已(?!提出|明确|确定|印发|由)|达到了|实现了|取得了|形成了|完成了"
)
_CUMULATIVE = re.compile(r"累计(?:完成|实现|签约|达|发放|投入|建成|培育)")
_AIMED = re.compile(r"[到至]20\d\d年|力争|争取|将|计划")
_NEAR = 60
"""Code points before a sum within which an aim makes it one that is still to be reached."""
_PAID = re.compile(
    r"最高(?:可)?(?:给予|补助|补贴|奖励|不超过|支持)|(?:给予|奖励|补助|补贴|资助|贴息|罚款|处以|缴纳|注册资本|总投资|计划投资|占地(?!区)|占地面积|建筑面积|规划面积|总面积|规模为|得分|分值|募集|补助资金|救助资金|融资|发行|贷款)"
)
_FUTURE = re.compile(
    r"(?:到|至)20\d\d年|20\d\d年(?:底|末)?(?:前|，)|力争|争取|目标|预期|确保|计划|将|规划|要|努力|实现|提升至|提高到|提高至|增长到|增加到|达到|超过|突破|不低于|不少于|控制在|保持在|稳定在"
)


def is_achieved(text: str, start: int, end: int) -> bool:
    """Whether a clause tells of the past.

    >>> [is_achieved(clause, 0, len(clause)) for clause in ("嘉兴去年实现6739亿元", "已提出到2025年超过9000亿元")]
    [True, False]
    """
    summed = _CUMULATIVE.search(text, start, end)
    reached = summed is not None and not _AIMED.search(text, max(0, summed.start() - _NEAR), end)
    return reached or _PAST.search(text, start, end) is not None


def is_paid(text: str, start: int, end: int) -> bool:
    """Whether a number of a clause is a subsidy, a price, a size or a weight.

    >>> is_paid("最高给予500万元奖励", 0, 11), is_paid("旅游收入突破500亿元", 0, 11)
    (True, False)
    """
    return _PAID.search(text, start, end) is not None


def is_future(text: str, start: int, end: int) -> bool:
    """Whether a passage says what shall be.

    >>> is_future("力争达到30%", 0, 7), is_future("增加值占比为30%", 0, 9)
    (True, False)
    """
    return _FUTURE.search(text, start, end) is not None
