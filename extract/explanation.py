"""Why a sentence is read as it is: its tokens, names and clauses, what each rule reads in it, and what the tables weighed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extract import place_industries
from extract.acceptance import Table, accepting_table
from extract.findings import Claim, Finding
from extract.grammar import roles, table_rows
from extract.groups import Group
from extract.industries import candidates as industry_candidates
from extract.industry_links import RULE as LINKS
from extract.industry_links import read as linked
from extract.pipeline import groups_of
from extract.reading import Reading, prepare
from extract.rules import RULES
from extract.tokens import LETTERS
from extract.values import Document, Entity, Value

_REASONS = 6


@dataclass(frozen=True, slots=True)
class Weighed:
    """A passage on which a table decided.

    Arguments: table, its name; claim, what would be said; score, by how much the weights exceed the threshold; reasons, the
    features that count, each with its weight, the heaviest first.
    """

    table: str
    claim: str
    score: float
    reasons: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What each step of reading made of a text.

    Arguments: tokens, words with their letters; names, as written, with sort and meaning; clauses, as written, with manner,
    places and grade; groups, phrases with their members; weighed, what the tables decided; facts, by the names of their rules.
    """

    tokens: tuple[tuple[str, str], ...]
    names: tuple[tuple[str, str, str], ...]
    clauses: tuple[tuple[str, str, str, str], ...]
    groups: tuple[tuple[str, str], ...]
    weighed: tuple[Weighed, ...]
    facts: tuple[tuple[str, tuple[str, ...]], ...]


def explain(text: str) -> Explanation:
    """Explain how a text is read.

    Arguments: text, a sentence or a few, as written. No text raises.

    >>> told = explain("支持沈阳打造金融中心。")
    >>> told.tokens[:3], told.clauses
    ((('支持', 'L'), ('沈阳', 'P'), ('打造', 'B')), (('支持沈阳打造金融中心', 'handed', '沈阳市', 'Stated'),))
    >>> dict(told.facts)["roles"]
    ('沈阳市 hasPositioning 金融中心',)
    >>> [(one.table, one.claim, one.score > 0) for one in told.weighed if one.table == "roles"]
    [('roles', '沈阳市 hasPositioning 金融中心', True)]
    """
    reading = prepare(Document("text", text))
    groups = groups_of(reading)
    return Explanation(
        tuple(
            (reading.tokens.word(index), letter) for index, letter in enumerate(reading.tokens.letters) if letter != "n"
        ),
        tuple(
            (reading.text[name.start : name.end], name.sort, _keys(name.entities))
            for name in reading.names.within(0, len(reading.text) + 1)
        ),
        tuple(_clauses(reading)),
        tuple((label, "、".join(m.description.label for m in group.members)) for label, group in groups.items()),
        (*_roles(reading), *_industries(reading), *_pairs(reading)),
        tuple(_facts(reading, groups)),
    )


def _keys(entities: Iterable[Entity]) -> str:
    return "、".join(entity.key for entity in entities)


def _clauses(reading: Reading) -> Iterator[tuple[str, str, str, str]]:
    for clauses in reading.clauses:
        for clause in clauses:
            subject = clause.subject
            places, grade = (_keys(subject.entities), subject.grade) if subject is not None else ("", "")
            yield reading.text[clause.start : clause.end], clause.manner, places, grade


def _weighed(table: Table, name: str, claim: str, features: frozenset[str]) -> Weighed:
    return Weighed(name, claim, table.score(features), table.reasons(features))


def _roles(reading: Reading) -> Iterator[Weighed]:
    table = accepting_table("roles")
    for one in roles.proposed(reading):
        claim = f"{_keys(one.subject.entities)} hasPositioning {one.label}"
        yield _weighed(table, "roles", claim, one.features)


def _industries(reading: Reading) -> Iterator[Weighed]:
    table = accepting_table("industries")
    for sentence in reading.sentences:
        for one in industry_candidates(reading.tokens, *reading.tokens.within(sentence.start, sentence.end)):
            claim = reading.tokens.written(one.phrase.start, one.phrase.end)
            yield _weighed(table, "industries", claim, one.features)


def _pairs(reading: Reading) -> Iterator[Weighed]:
    table = accepting_table(place_industries.TABLE)
    for pair in place_industries.pairings(reading):
        claim = f"{pair.place.key} concernsIndustry {_keys(pair.industry.name.entities)}"
        yield _weighed(table, place_industries.TABLE, claim, pair.features)


def _facts(reading: Reading, groups: dict[str, Group]) -> Iterator[tuple[str, tuple[str, ...]]]:
    found: list[Finding] = []
    for rule in RULES:
        given = list(table_rows.outside(reading, rule.read(reading, groups)))
        found += given
        yield rule.name, _said(given)
    rows = list(table_rows.read(reading))
    yield table_rows.RULE, _said(rows)
    yield LINKS, _said(linked(reading, [one for one in (*found, *rows) if isinstance(one, Claim)]))


def _said(found: Iterable[Finding]) -> tuple[str, ...]:
    claims = (one for one in found if isinstance(one, Claim) and one.predicate != "inSection")
    return tuple(dict.fromkeys(f"{one.subject.key} {one.predicate} {_shown(one.object)}" for one in claims))


def _shown(value: Value) -> str:
    return value.key if isinstance(value, Entity) else str(value)


def told(explanation: Explanation) -> Iterator[str]:
    """Yield an explanation as lines of text.

    >>> print(*list(told(explain("沈阳建设金融中心。")))[:2], sep="\\n")
    tokens
      沈阳 P  建设 B  金融 I  中心 H  。 。
    """
    yield "tokens"
    yield "  " + "  ".join(f"{word} {letter}" for word, letter in explanation.tokens)
    used = sorted({letter for _, letter in explanation.tokens if letter in LETTERS})
    yield "letters"
    yield from (f"  {letter} {LETTERS[letter]}" for letter in used)
    yield "names"
    yield from (f"  {written} {sort} → {meant}" for written, sort, meant in explanation.names)
    yield "clauses"
    yield from ("  " + " ".join((f"«{written}»", *rest)).rstrip() for written, *rest in explanation.clauses)
    yield "groups"
    yield from (f"  {label}: {members}" for label, members in explanation.groups)
    yield "weighed"
    for one in explanation.weighed:
        yield f"  {one.table}: {one.claim} {one.score:+.2f} {'accepted' if one.score >= 0 else 'refused'}"
        yield "    " + ", ".join(f"{reason} {weight:+.2f}" for reason, weight in one.reasons[:_REASONS])
    yield "rules"
    for rule, facts in explanation.facts:
        yield f"  {rule}: {len(facts) or 'nothing'}"
        yield from (f"    {fact}" for fact in facts)
