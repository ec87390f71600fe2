"""The questions that a graph can answer: one ``.rq`` file each, whose comment head is its form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

import yaml
from rdflib import Literal, URIRef

from graph.engines import declared_prefixes, fill, parameters_of
from graph.errors import GraphError
from graph.rdf import PREFIXES, Language, shorten

FOLDER = Path(__file__).with_name("templates")
WORDS = Path(__file__).with_name("words")
"""Words by which free questions are understood."""
LANGUAGES: tuple[Language, ...] = ("zh", "en")
BOUNDARY = "  # names and proof\n"
"""What stands before it in a query decides which values have an answer; what stands behind names and proves it."""

Said: TypeAlias = Mapping[Language, str]
"""A text in each language."""

_HEAD = "#+ "
_FIELDS = ("id", "title", "phrase", "parameters", "columns", "counts", "answer", "keywords")
_FORMS = ("none", "one", "many")
_IRI = re.compile(r'<([^<>"{}|^`\\\x00-\x20]*)>|"(?:[^"\\\n]|\\.)*"')
_PLAIN_NAME = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question asks about.

    >>> question("targets-of-year").parameters[0].is_year
    True
    """

    name: str
    classes: tuple[str, ...]
    """Classes of the ontology of which the value must be one; `Year` for a year."""
    said: Said

    @property
    def is_year(self) -> bool:
        """Whether the value is a year rather than a thing."""
        return self.classes == ("Year",)


@dataclass(frozen=True, slots=True)
class Column:
    """A variable of the query that the answer shows, with its head."""

    name: str
    said: Said


@dataclass(frozen=True, slots=True)
class Forms:
    """The sentence that answers, for no, one and many things; `{name}` stands for a parameter or a column."""

    none: str
    one: str
    many: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its query; at a prompt it shows its id and its words.

    >>> question("tasks-of-place").titles["en"]
    'Which tasks involve a place?'
    """

    id: str
    titles: Said
    phrases: Said
    """The question as a person asks it, with `{name}` for each parameter."""
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    counts: str
    """The variable whose distinct values are counted."""
    lists: str
    """The variable whose values the sentence names; that which is counted, unless the head says `lists`."""
    forms: Mapping[Language, Forms]
    keywords: Mapping[Language, tuple[tuple[str, ...], ...]]
    """Groups of words: a text that asks this has a word of each group."""
    query: str
    """A SELECT whose parameters are written ``$name``."""
    choices: Mapping[str, str]
    """Parameter to a pattern that finds its values faster than the query's own, each once as ``$name``, with ``?many`` counted for it,
    while the other parameters that it writes are given and no others."""
    is_alone: bool = False
    """Whether a text asks it only by saying nothing else: «what is X» is no «what is X to do»."""

    def __hash__(self) -> int:
        """Return the hash of the id, which no two questions share."""
        return hash(self.id)

    def __repr__(self) -> str:
        return f"<{self.id}: {self.titles['zh']} {self.titles['en']}>"

    @property
    def pattern(self) -> str:
        """The part of the query's pattern that decides which values have an answer."""
        return self.query[self.query.index("{") + 1 : self.query.index(BOUNDARY)]

    def filled(self, values: Mapping[str, URIRef | Literal]) -> str:
        """Return the query with values in the place of parameters and its prefixes declared, to run anywhere.

        Raises GraphError for a value that no query can hold.

        >>> "$" in question("tasks-of-place").filled({"place": URIRef("https://w3id.org/policygraph/id/city/沈阳市")})
        False
        """
        return with_prefixes(fill(self.query, values))


def with_prefixes(query: str) -> str:
    """Return a query whose IRIs are written by prefix where that is legal, with the prefixes it uses declared.

    >>> print(with_prefixes("SELECT ?p { <https://w3id.org/policygraph/id/city/沈阳市> pol:hasPositioning ?p }"))
    PREFIX pol: <https://w3id.org/policygraph/ontology#>
    PREFIX city: <https://w3id.org/policygraph/id/city/>
    SELECT ?p { city:沈阳市 pol:hasPositioning ?p }
    """
    short = _IRI.sub(_shortened, query)
    declared = declared_prefixes(query)
    used = [name for name in PREFIXES if name not in declared and re.search(rf"(?<![\w<]){name}:", short)]
    return "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in used) + short


def _shortened(match: re.Match[str]) -> str:
    prefix, colon, name = shorten(match[1] or "").rpartition(":")
    return f"{prefix}:{name}" if colon and prefix in PREFIXES and _PLAIN_NAME.fullmatch(name) else match[0]


def read_question(path: Path) -> Question:
    """Read one question.

    Arguments: path, a ``.rq`` file whose lines that start with ``#+`` are YAML: `id` (the file's stem), `title`,
    `parameters`, `columns`, `counts`, `lists` where that is another one, `answer`, `keywords`, `choices` where there are some, `alone`
    where it is; see docs/questions.md.
    Raises GraphError, which names the field, where the head is not complete or does not fit the query.
    """
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    query = "".join(line for line in lines if not line.startswith(_HEAD))
    try:
        head = yaml.safe_load("".join(line.removeprefix(_HEAD) for line in lines if line.startswith(_HEAD)))
        missing = [field for field in _FIELDS if field not in (head or {})]
        if missing:
            raise KeyError(missing[0])
        found = _question(head, query)
    except (KeyError, TypeError, AttributeError, yaml.YAMLError) as error:
        reason = " ".join(str(error).split())
        raise GraphError(path, f"its head lacks or garbles {reason}", "compare it with another question") from error
    if found.id != path.stem:
        raise GraphError(path, f"its id is {found.id}", "name the file after the id")
    if BOUNDARY not in query:
        raise GraphError(path, "no line says where names and proof begin", f"add the line{BOUNDARY.rstrip()}")
    if {one.name for one in found.parameters} != set(parameters_of(query)):
        raise GraphError(path, "its parameters are not those of its query", "write each as $name in the query")
    for name, chosen in found.choices.items():
        if not {name} <= set(parameters_of(chosen)) <= set(parameters_of(query)):
            raise GraphError(path, f"its choices of {name} have other parameters", "write only those of the query")
    return found


def _question(head: Mapping[str, dict[str, dict[str, list[str]]]], query: str) -> Question:
    parameters = [Parameter(name, tuple(said["classes"]), _said(said)) for name, said in head["parameters"].items()]
    return Question(
        id=str(head["id"]),
        titles=_said(head["title"]),
        phrases=_said(head["phrase"]),
        parameters=tuple(parameters),
        columns=tuple(Column(name, _said(said)) for name, said in head["columns"].items()),
        counts=str(head["counts"]),
        lists=str(head.get("lists", head["counts"])),
        forms=MappingProxyType({one: Forms(*(str(head["answer"][one][form]) for form in _FORMS)) for one in LANGUAGES}),
        keywords=MappingProxyType({one: tuple(map(tuple, head["keywords"][one])) for one in LANGUAGES}),
        query=query,
        choices=MappingProxyType({str(name): str(one) for name, one in head.get("choices", {}).items()}),
        is_alone=bool(head.get("alone", False)),
    )


def _said(texts: Mapping[str, object]) -> Said:
    return MappingProxyType({language: str(texts[language]) for language in LANGUAGES})


@lru_cache(maxsize=1)
def questions() -> tuple[Question, ...]:
    """Return all questions of the folder, sorted by id; raises GraphError for a broken file.

    >>> len(questions()) >= 24
    True
    """
    return tuple(read_question(path) for path in sorted(FOLDER.glob("*.rq")))


def question(name: str) -> Question:
    """Return one question by its id; raises GraphError where there is none.

    >>> question("members-of-group").counts
    'member'
    """
    for one in questions():
        if one.id == name:
            return one
    raise GraphError(name, "no such question", "see all of them with: policygraph questions")
