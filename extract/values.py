"""The frozen values that flow from a text to its facts.

Document → Section → Sentence → Mention → Fact(Evidence). Offsets are Unicode code points into the document's
canonical text, end exclusive: ``document.text[start:end]`` is the passage.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

Grade = Literal["Corrected", "Stated", "Listed", "Inherited", "Expanded"]
"""How a passage was read; terms of the ontology, strongest first. (`Background` is never read from a text, and `Corrected` by a
person, never by a rule.)"""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a front-matter block, a side file or a person says of a document; an empty field was not declared.

    Declared values win over those that are read from the text.
    """

    title: str = ""
    source: str = ""
    issuer: str = ""
    published: date | None = None
    number: str = ""
    province: str = ""
    """Official or short name of the province whose text this is; decides between places of one name."""
    kind: str = ""
    """`Plan`, `Interpretation` or `PolicyDocument`."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text to be read: canonical (NFC, line ends ``\\n``, no byte-order mark) and named.

    >>> Document("a", "沈阳。").sha256[:8]
    'd6446dd8'
    """

    id: str
    """Readable name, unique in a graph: declared, else the stem of the file's name with a short hash of title and issuer."""
    text: str
    metadata: Metadata = field(default_factory=Metadata)
    media_type: str = "text/plain"
    remarks: tuple[str, ...] = field(default=(), compare=False)
    """What its reader passed over, one line each; it is no part of what the document says."""
    of_file: Metadata | None = None
    """What was declared with its file, where a person declared otherwise in a store; None where `metadata` is just that."""

    @property
    def sha256(self) -> str:
        """SHA-256 of the canonical text in UTF-8, as hexadecimal digits."""
        return hashlib.sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document in its outline; section 0 is the document as a whole."""

    ordinal: int
    """Position in document order, from 0."""
    parent: int | None
    """Ordinal of the section that holds this one; None for section 0."""
    number: str
    """The number as written: 第三部分, 一, (二); empty where there is none."""
    heading: str
    """The heading without its number."""
    start: int
    end: int
    """Span of the section with its heading and its subsections."""
    heading_start: int
    heading_end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, without surrounding white space."""

    ordinal: int
    start: int
    end: int
    section: int
    """Ordinal of the innermost section that holds it."""


@dataclass(frozen=True, slots=True, order=True)
class Entity:
    """The identity of a thing: its class, the key that names it there, and the document it belongs to."""

    kind: str
    """A class of the ontology: `City`, `Region`, `PlaceGroup`, `Center`, `KeyTask`, `Target` …"""
    key: str
    """Unique among things of that class and scope, and readable: an official name, a task's clause."""
    scope: str = ""
    """Id of the document that the thing belongs to; empty where documents share it."""

    @property
    def name(self) -> str:
        """The key without the code that tells places of one name apart.

        >>> Entity("County", "朝阳区_110105").name
        '朝阳区'
        """
        return self.key.split("_")[0]


Value = Entity | str | int | Decimal | date


@dataclass(frozen=True, slots=True)
class Description:
    """What is known of a thing apart from its relations.

    Attributes are pairs of a property of the ontology and a value, sorted: for a Target `indicator`, `comparison`,
    `targetValue`, `unit`, `reference`, `baseline`, `targetYear`, `hedge`, `countedVerb`; for a group `declaredSize`.
    """

    entity: Entity
    label: str
    aliases: tuple[str, ...] = ()
    attributes: tuple[tuple[str, Value], ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names one thing, or several (沈抚 names 沈阳市 and 抚顺市)."""

    start: int
    end: int
    sentence: int
    """Ordinal of the sentence that holds it."""
    refers_to: tuple[Entity, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage that backs a fact."""

    start: int
    end: int
    sentence: int
    """Ordinal of the sentence that holds the passage."""
    grade: Grade
    rule: str
    """Name of the grammar rule that read it, the name of its module in `extract.grammar`."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A claim of the text, with at least one passage that backs it.

    The predicate is a property of the ontology (`hasPositioning`, `involves`, `hasTarget`, `statedAreaCount`) or a
    Dublin Core term with its prefix (`dcterms:issued`).
    """

    subject: Entity
    predicate: str
    object: Value
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A name that several places bear and the text does not decide between."""

    name: str
    start: int
    end: int
    candidates: tuple[Entity, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """All that was read from one document, in the order of the text; equal texts give equal facts.

    The document itself is the entity ``document_entity``; a section is ``Entity("Section", str(ordinal), document.id)``
    and has a Description like every other entity that a fact or a mention names.
    """

    document: Document
    document_entity: Entity
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    entities: tuple[Description, ...]
    facts: tuple[Fact, ...]
    unresolved: tuple[Unresolved, ...]
    refused: tuple[tuple[str, int], ...] = ()
    """Classes of things that no rule may lay down (`extract.gate`), with how many were refused."""

    def __post_init__(self) -> None:
        """Hold every passage to the sentence that it names; raises ValueError where one lies outside of it."""
        for fact in self.facts:
            for one in fact.evidence:
                sentence = self.sentences[one.sentence]
                if not sentence.start <= one.start <= one.end <= sentence.end:
                    raise ValueError(f"{fact.predicate}: evidence {one.start}–{one.end} lies outside its sentence")
