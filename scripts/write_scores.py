"""Write the scores on the gold texts into the READMEs, between their marks, and into graph/quality/scores.json for the app.

Run by ``make scores``.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass

from graph.quality import SCORES, Score, total
from scripts.gold_scores import ROOT, GoldText, gold_texts, scores_of, sums

_MARKED = re.compile(r"(?<=<!-- scores -->\n).*?(?=<!-- /scores -->)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the tables in one language."""

    readme: str
    by_text: tuple[str, ...]
    made_up: str
    summed: tuple[str, ...]
    kinds: tuple[str, ...]
    note: str


LANGUAGES = (
    Words(
        "README.md",
        ("Text", "Entities", "Relations", "Targets"),
        "made up",
        ("All texts together", "Precision", "Recall"),
        ("Entities", "Relations", "Targets"),
        "F1 with the number of annotated items; below, 95 % Wilson intervals with found and annotated items.",
    ),
    Words(
        "README.zh.md",
        ("文本", "实体", "关系", "量化目标"),
        "虚构",
        ("全部文本合计", "准确率", "召回率"),
        ("实体", "关系", "量化目标"),
        "F1 值（括号内为标注条数）；下表为 95 % Wilson 区间（括号内为读出与标注条数）。",
    ),
)


def tables(words: Words) -> str:
    """Return the two tables of a README, with the line that explains them."""
    texts = gold_texts()
    rows = [[_name(one, words), *(_f1(row) for row in sums([one]))] for one in texts]
    summed = [
        [kind, _share(row.precision, row.precision_interval, row.right + row.wrong), _recall(row)]
        for kind, row in zip(words.kinds, sums(texts), strict=True)
    ]
    return f"{_table(words.by_text, rows)}\n{words.note}\n\n{_table(words.summed, summed)}"


def _name(one: GoldText, words: Words) -> str:
    return f"{one.name} ({words.made_up})" if one.made_up else one.name


def _f1(row: Score) -> str:
    there = row.right + row.missed
    return f"{row.f1:.3f} ({there})" if there + row.wrong else "–"


def _recall(row: Score) -> str:
    return _share(row.recall, row.recall_interval, row.right + row.missed)


def _share(share: float, interval: tuple[float, float], count: int) -> str:
    return f"{share:.3f} [{interval[0]:.3f}, {interval[1]:.3f}] ({count})"


def _table(head: tuple[str, ...], rows: list[list[str]]) -> str:
    rule = ["---", *["---:"] * (len(head) - 1)]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in (head, rule, *rows))


def with_scores(page: str, words: Words) -> str:
    """Return a README with the tables between its marks."""
    return _MARKED.sub(lambda _: tables(words), page)


def scores_file() -> str:
    """Return graph/quality/scores.json: each class, relation and sum over all texts, in the order of the first text that has it."""
    texts = gold_texts()
    rows = [row for one in texts for row in scores_of(one).rows]
    names = dict.fromkeys(row.name for row in rows)
    summed = [asdict(total(name, [row for row in rows if row.name == name])) for name in names]
    raw = {"texts": len(texts), "made_up": sum(one.made_up for one in texts), "scores": summed}
    return json.dumps(raw, ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    """Write both READMEs and the file."""
    SCORES.write_text(scores_file(), encoding="utf-8")
    for words in LANGUAGES:
        path = ROOT / words.readme
        path.write_text(with_scores(path.read_text(encoding="utf-8"), words), encoding="utf-8")


if __name__ == "__main__":
    main()
