"""The rules as records, and what tells of them: the explanation of a sentence, the facts that a change gains and loses."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from extract.explanation import explain, told
from extract.findings import Claim
from extract.pipeline import groups_of
from extract.readers import read_documents
from extract.reading import prepare
from extract.rules import RULES
from extract.values import Document
from scripts.facts_changed import fact_lines, facts_at, sample

ROOT = Path(__file__).parents[2]
TEXTS = sorted((ROOT / "tests" / "gold").rglob("*.txt")) + sorted((ROOT / "corpus").glob("*.txt"))


def test_a_rule_gives_the_predicates_that_its_record_names() -> None:
    given: defaultdict[str, set[str]] = defaultdict(set)
    for document in read_documents(TEXTS):
        assert isinstance(document, Document)
        reading = prepare(document)
        groups = groups_of(reading)
        for rule in RULES:
            given[rule.name] |= {f.predicate for f in rule.read(reading, groups) if isinstance(f, Claim)}
    named = {rule.name: set(rule.predicates) for rule in RULES}
    assert not {name: found - named[name] for name, found in given.items() if found - named[name]}
    assert {name for name, found in given.items() if not found} == {
        "itemized industries",
        "memberships",
        "respective industries",
        "slogans",
    }


def test_an_explanation_says_why_an_industry_was_refused() -> None:
    weighed = explain("沈阳建设金融中心。").weighed
    assert [one.claim for one in weighed if one.score < 0 and one.reasons] == ["金融"]


def test_an_explanation_names_every_rule_also_where_it_read_nothing() -> None:
    lines = list(told(explain("天气很好。")))
    assert all(f"  {rule.name}: nothing" in lines for rule in RULES)


def test_facts_of_a_revision_are_listed_with_their_quotes() -> None:
    texts = sample([ROOT / "corpus"])
    then, now = facts_at("HEAD", texts), list(fact_lines(texts))
    assert len(texts) == 1
    assert {line.count("\t") for line in (*then, *now)} == {5}
    assert len(set(then) & set(now)) > 100
