"""A document made ready for the grammar: its outline, its sentences, the names in it and whom each clause speaks of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import islice, takewhile

from extract.clauses import Clause, Subject
from extract.grammar.aliases import Alias, aliases, demonstratives, resolve_titles
from extract.grammar.characters import fold
from extract.grammar.furniture import furniture
from extract.grammar.missing_subjects import clauses_of_text
from extract.grammar.numbering import outline
from extract.grammar.titles import Title, document_kind, titles
from extract.grammar.unexpanded_phrases import Phrase, phrases
from extract.industries import Industry, find_industries
from extract.names.found import find_names, with_industries
from extract.names.introduced_zones import find_introduced_zones
from extract.names.name import Names, free_of
from extract.names.places import Home, find_home
from extract.names.pointed_places import find_pointed_places
from extract.names.self_references import find_bare_regions, level_of_own_place
from extract.names.titled_zones import find_titled_zone
from extract.own_places import home_of_plan, spoken_of_alone, spoken_of_most
from extract.own_title import subtitle, title_span, title_text, with_whole_title
from extract.sentences import sentences
from extract.spans import merged
from extract.steps import Step, untold
from extract.table_text import task_cells
from extract.text_year import text_year
from extract.tokens import Tokens, tokenize
from extract.topics import places_in_title, section_topics
from extract.values import Document, Entity, Section, Sentence, Unresolved

_OPENING = 60
"""A plan that a sentence names within its first code points is what the sentence speaks of."""


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What the grammar rules read; all offsets are code points into `text`, which is the folded text.

    Two readings are never equal, so that what is found of one once can be kept by it.
    """

    document: Document
    text: str
    entity: Entity
    """The document itself."""
    title: tuple[int, int]
    """Span of the document's own title in the text; empty where it has none."""
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    furniture: tuple[tuple[int, int], ...]
    names: Names
    tokens: Tokens
    industries: tuple[Industry, ...]
    titles: tuple[tuple[Title, Entity], ...]
    """Titles that name a document, each with that document."""
    cited: tuple[tuple[int, int, Entity], ...]
    """Spans that stand for a document: its titles, its aliases, «该方案»."""
    phrases: tuple[Phrase, ...]
    home: Home
    topics: Mapping[int, Subject]
    """Section → the places that its heading speaks of, those of the section above where it names none."""
    plan_topics: Mapping[Entity, tuple[Entity, ...]]
    """Document → the places that its title names."""
    clauses: tuple[tuple[Clause, ...], ...]
    """Clauses of each sentence."""
    unresolved: tuple[Unresolved, ...]
    year: int
    """The year in which the text was published; 0 where neither it nor its metadata says so."""

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence that holds an offset; None where it lies between two or in page furniture."""
        index = bisect_right(self.sentences, position, key=lambda sentence: sentence.start) - 1
        held = index >= 0 and position < self.sentences[index].end
        return self.sentences[index] if held else None


_REPORT = "工作报告"
"""A report whose title names no place is that of its text's own place."""
_NATIONAL = re.compile(r"国务院|中华人民共和国|全国人民代表大会")
"""A title with one of these and without a place speaks of the country as a whole."""


def _document_entity(document: Document, title: str) -> Entity:
    return Entity(document.metadata.kind or document_kind(title) or "PolicyDocument", document.id)


def _cited(
    text: str, resolved: Sequence[tuple[Title, Entity]], known: Sequence[Alias]
) -> list[tuple[int, int, Entity]]:
    spans = [(title.start, title.end, entity) for title, entity in resolved]
    taken = {offset for start, end, _ in spans for offset in range(start, end)}
    for alias in {alias.name: alias for alias in reversed(known)}.values():
        position = text.find(alias.name, alias.start + len(alias.name))
        while position >= 0:
            end = position + len(alias.name)
            if position not in taken:
                spans.append((position, end, alias.entity))
                taken.update(range(position, end))
            position = text.find(alias.name, end)
    for start, end, genre in demonstratives(text):
        before = [entity for _, stop, entity in spans if stop <= start and genre in entity.key]
        if before:
            spans.append((start, end, before[-1]))
    return sorted(spans)


def prepare(document: Document, step: Step = untold) -> Reading:
    """Make a document ready for the grammar.

    Arguments: document, with canonical text; step, is told each step that is done. Returns its outline, names and
    clauses; the same for the same document.

    >>> reading = prepare(Document("a", "支持沈阳、大连率先发展，打造东北重要增长极。"))
    >>> [len(clauses) for clauses in reading.clauses], reading.home.province.official_name
    ([2], '辽宁省')
    """
    text = fold(document.text)
    sections, furnished = outline(text), furniture(text)
    found = with_whole_title(text, sentences(text, sections, furnished, task_cells(document.text)))
    step("sections")
    title = title_span(text, found, document.metadata.title)
    marked = tuple(title for title in titles(text) if free_of(furnished, title.start, title.end))
    numbered = tuple(phrase for phrase in phrases(text) if free_of(furnished, phrase.start, phrase.end))
    known = aliases(text, marked)
    resolved = resolve_titles(marked, known)
    own_title = title_text(text, title) or document.metadata.title
    titled = [own_title, subtitle(text, title), *(t.label for t, _ in resolved[:3])]
    home = find_home(text, titled, document.metadata.province)
    blocked = merged([*((t.start, t.end) for t in marked), *furnished])
    named = find_names(text, blocked, home, document.id)
    found_places = named.names.within(0, len(text) + 1, "place")
    zone = find_titled_zone(text, title, blocked, found_places)
    introduced = find_introduced_zones(text, title, blocked, found_places)
    entity = _document_entity(document, own_title)
    regions = {
        text[n.start : n.end]: n.entities[0]
        for n in named.names.within(0, len(text), "place")
        if n.entities[0].kind in {"Region", "County"}
    }
    plan_topics = {cited: places_in_title(cited.key, home, regions) for cited in dict.fromkeys(e for _, e in resolved)}
    own_places = next((places for line in titled[:2] if (places := places_in_title(line, home, regions))), ())
    if _REPORT in own_title and any(place.kind == "Region" for place in own_places):
        own_places = ()
    own_places = zone[0].entities if zone else own_places
    own_places = (introduced.own,) if introduced.own is not None else own_places
    if not own_places and _NATIONAL.search(own_title):
        own_places = (Entity("Place", "中国"),)
    if not own_places and _REPORT in own_title:
        own_places = tuple(place.entity for place in (home.province, home.city) if place is not None)[-1:]
    if not own_places:
        early = (plan_topics[plan] for title, plan in resolved if title.start <= max(_EARLY, len(text) // _EARLY_PART))
        own_places = next(early, ()) or home_of_plan(sections, named.names)
    own_places = own_places or spoken_of_most(found_places) or spoken_of_alone(text, found_places)
    own = Subject(own_places, *title, "Inherited") if own_places else None
    spoken_of = [*own_places, *(place for places in plan_topics.values() for place in places)]
    names = Names(
        [
            *named.names.within(0, len(text) + 1),
            *zone,
            *introduced.names,
            *find_bare_regions(text, blocked, spoken_of, found_places),
            *find_pointed_places(text, blocked, found_places),
        ]
    )
    step("names")
    tokens = tokenize(text, names.within(0, len(text) + 1), [(t.start, t.end) for t in marked])
    step("tokens")
    topics = section_topics(tokens, sections, names, own)
    industries = find_industries(tokens, [(s.start, s.end) for s in found])
    step("industries")
    names = with_industries(names, [industry.name for industry in industries])
    reading = Reading(
        document, text, entity, title, sections, found, furnished, names,
        tokens, industries, resolved,
        tuple(_cited(text, resolved, known)), numbered, home, topics, plan_topics, (), named.unresolved,
        text_year(document, text, own_title, furnished),
    )  # fmt: skip
    return replace(
        reading, clauses=tuple(clauses_of_text(reading.tokens, reading.names, found, partial(_spoken_of, reading)))
    )


def topic_of(reading: Reading, sentence: Sentence) -> Subject | None:
    """The places of a sentence that names none: its heading's, else those of the plan that it opens with."""
    topic, own = reading.topics.get(sentence.section), reading.topics.get(0)
    if topic is not None and topic is not own:
        return topic
    limit = min(sentence.end, sentence.start + _OPENING)
    first = bisect_left(reading.cited, sentence.start, key=lambda cited: cited[0])
    opening = takewhile(lambda cited: cited[0] < limit, islice(reading.cited, first, None))
    plan = next((entity for _, end, entity in opening if end <= limit), None)
    places = reading.plan_topics.get(plan, ()) if plan is not None else ()
    return Subject(places, sentence.start, sentence.start, "Inherited") if places else None


def opening_of_paragraph(reading: Reading, sentence: Sentence) -> Sentence:
    """The first sentence of the paragraph of a sentence, found in logarithmic time."""
    paragraph = reading.text.rfind("\n", 0, sentence.start) + 1
    return reading.sentences[bisect_left(reading.sentences, paragraph, key=lambda one: one.start)]


def _spoken_of(reading: Reading, sentence: Sentence) -> Subject | None:
    return topic_of(reading, sentence) or reading.topics.get(0)


_EARLY, _EARLY_PART = 200, 2
"""Code points, or the part of a text, within which it names the plan that it speaks of."""
_BELOW_A_PROVINCE = frozenset("市县州旗")
"""Last characters of how a text speaks of itself as a city or county."""


@lru_cache(maxsize=1)
def issuing_place(reading: Reading) -> Entity | None:
    """The place whose office the text names first; none where that is a national body, the text's own without offices.

    It is no province where the text speaks of itself as a city (我市, 全市) that is not known.
    """
    offices = reading.names.within(0, len(reading.text), "organization")
    places = [place for place in (reading.home.city, reading.home.province) if place is not None]
    if offices:
        key = offices[0].entities[0].key.removeprefix("中共")
        places = [place for place in places if key.startswith(place.official_name)]
    found = places[0].entity if places else None
    if found is not None and found.kind == "Province" and not found.key.endswith("市"):
        return found if level_of_own_place(reading.text) not in _BELOW_A_PROVINCE else None
    return found
