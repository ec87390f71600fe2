"""What is true of a passage that may be a role: the features over which a table of weights decides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.clauses import Clause, Subject
from extract.grammar.clause_role_frames import RoleFrame
from extract.grammar.role_items import RoleItem
from extract.tokens import Tokens, has_class
from extract.wordlists import names_of

_SHORT, _LONG, _VERY_LONG = 5, 12, 22
_VERBS = frozenset("VBDLG")


def role_features(
    tokens: Tokens,
    clause: Clause,
    frame: RoleFrame,
    item: RoleItem,
    others: Sequence[RoleItem],
    subject: Subject,
    path: str,
) -> frozenset[str]:
    """Return the features of an item: its frame, its head, its words, its neighbours, the path of its subject.

    Arguments: tokens; clause; frame; item; others, of the frame's list; subject, of the claim; path, where the subject
    was found.
    """
    return frozenset(
        (
            *_of_frame(tokens, frame),
            *_of_subject(clause, subject, path),
            *_of_words(tokens, frame, item),
            *_of_neighbours(tokens, frame, item, others),
            *_of_past(tokens, item),
        )
    )


def _of_frame(tokens: Tokens, frame: RoleFrame) -> Iterator[str]:
    verb = tokens.word(frame.verb)
    yield f"frame={frame.kind}"
    if frame.kind == "becoming":
        firm = has_class(verb, "firmly_becoming")
        yield "verb is 是" if verb == "是" else "verb firm" if firm else "verb loose"
        yield "verb also makes" if has_class(verb, "also_making") else "verb only becomes"
        before = frame.verb - 1
        while before >= 0 and tokens.letters[before] in "AU":
            before -= 1
        if frame.places is None and before >= 0 and tokens.letters[before] in "NIEHYK”":
            yield "noun before the verb"
            yield (
                "noun before a verb also making"
                if has_class(verb, "also_making")
                else "noun before a verb only becoming"
            )


def _of_subject(clause: Clause, subject: Subject, path: str) -> Iterator[str]:
    yield f"subject of the {path}"
    if path == "clause":
        yield f"subject {clause.manner}"
    if clause.manner == "other":
        yield "other subject"
    yield f"of {subject.entities[0].kind}"


def _of_words(tokens: Tokens, frame: RoleFrame, item: RoleItem) -> Iterator[str]:
    label = tokens.written(item.first, item.last)
    letters = tokens.letters[item.first : item.last]
    words = [tokens.word(index) for index in range(item.first, item.last)]
    yield f"head {item.head}"
    yield f"head {item.head} frame={frame.kind}"
    if letters[0] == "P" or any(has_class(word, "scoping") for word in words):
        yield "reaches far"
        yield f"reaches far frame={frame.kind}"
    if "t" in letters:
        yield "has 的"
    if letters[0] in "mQ" or has_class(words[0], "counting"):
        yield "counted"
    core = letters.rfind("t") + 1
    if letters[0] in _VERBS and not core and not has_class(words[0], "describing") and len(words) > 2:
        yield "opens with a verb"
    if any(
        letters[index] in _VERBS and not has_class(words[index], "describing") and not _ends_in_tail(words, index)
        for index in range(max(1, core), len(words))
    ):
        yield "verb inside"
    if letters[0] == "P":
        yield f"opens with a place head {item.head}"
    of_its_own = letters.endswith("PH") and words[-1] in names_of("heads_of_examples.txt")  # 生态文明建设【安徽】样板
    if "P" in letters[max(1, core) : len(letters) - 2 * of_its_own]:
        yield "place inside"
    if len(words) == 1:
        yield "bare head"
    if letters[0] in "的等、hltucUX" or "U" in letters or "p" in letters[1:]:
        yield "opens badly"
    if "I" in letters:
        yield "industry inside"
    if label.endswith(names_of("not_a_positioning.txt")):
        yield "facility"
    if label[0] == "“" and label[-1] == "”":
        yield "quoted"
    size = len(label)
    yield "short" if size < _SHORT else "very long" if size > _VERY_LONG else "long" if size > _LONG else "middling"


def _ends_in_tail(words: Sequence[str], index: int) -> bool:
    """«文化传承地»: a verb right before the one character that ends a role is part of its head."""
    return index == len(words) - 2 and len(words[-1]) == 1


def _of_past(tokens: Tokens, item: RoleItem) -> Iterator[str]:
    if "X" in tokens.letters[item.first - 3 : item.first]:
        yield "behind a word of the past"


def _of_neighbours(tokens: Tokens, frame: RoleFrame, item: RoleItem, others: Sequence[RoleItem]) -> Iterator[str]:
    yield "alone" if not others else "listed"
    if any(one.head == "word" for one in others):
        yield "sibling with a head"
    if any(has_class(tokens.word(index), "scoping") for one in others for index in range(one.first, one.last)):
        yield "sibling reaches far"
    behind = tokens.letters[item.last : item.last + 1]
    closing = max(one.last for one in (item, *others))
    if frame.kind == "stood" and tokens.letters.startswith("t", closing):
        behind = "t"  # “A”、“B”的定位: said of each of them
    if behind == "e":
        yield "before 等"
    elif behind and behind in "NIHKYV" and frame.kind not in ("stood", "upheld"):
        yield "noun behind"
    elif behind == "t":
        yield "before 的"
