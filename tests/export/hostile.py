"""Names that are markup, formulas, very long, or no text that a person would write, and the things that bear them."""

from __future__ import annotations

from rdflib import Literal

RENAMED = ("沈阳市", "大连市", "抚顺市", "区域性金融中心", "科技创新中心", "国际物流中心")
NAMES = tuple(
    Literal(name, lang="zh")
    for name in (
        "=cmd(\"calc\")|'/C calc'!A0",
        "</script><script>alert(1)</script>",
        "北" * 80,
        "引\"号'与/斜\\线&<b>粗</b>",
        "\u202e右到左\u202c 😀🏙️ ]]>",
        "+1\t-2@x",
    )
)
