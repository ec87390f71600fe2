"""A question in plain Chinese or English, understood by words and names alone, and answered or declined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.grammar.characters import fold
from graph.engines import Rows
from graph.questions.accounting import left_out, named_of_documents, without_scope
from graph.questions.answer import Answer
from graph.questions.answer_checks import has_unit, is_of_documents, is_only_cited, names_kind, tells_of
from graph.questions.answered_once import AnsweredOnce
from graph.questions.catalogue import LANGUAGES, Question, questions
from graph.questions.catalogue import question as whole
from graph.questions.choices import choices
from graph.questions.commitment_words import commitments_in
from graph.questions.counted_groups import counted_groups
from graph.questions.function_words import masked
from graph.questions.in_parts import in_parts, parts_of
from graph.questions.intents import Intent, Values, intents
from graph.questions.kinds_asked import KindAsked, kind_asked
from graph.questions.named_span import Named
from graph.questions.named_things import LONGEST, names_in, sorts_in
from graph.questions.namesakes import namesakes, of_all
from graph.questions.reply import Confidence, Offer, Reply
from graph.questions.units_asked import UnitAsked, unit_asked
from graph.questions.wanted_words import wanted_words
from graph.rdf import Language
from graph.search import Wanted

_UNDERSTOOD = 0.8
_SCORE = 0.6
"""Below these a text is declined."""
_FAIRLY_SURE = 0.75
"""Below this nothing is denied: that the texts do not say it is only said of a question that was surely meant."""
_CLOSE = 0.1
"""Ways to understand a text whose scores differ by less are both worth an answer."""
_OFFERED = 3
_TRIED = 12
_NEVER_GUESSED = ("Task",)
"""Of what class no value is offered that a text does not name: nobody asks for just any task, and to find one takes minutes."""
_DECLARED = "declared-tasks-of-place"
"""The question that asks how many tasks a text itself says that it sets; its first words ask for a number."""
_CHINESE = re.compile(r"[\u3400-\u9fff]")


def ask(rows: Rows, text: str, language: Language | None = None) -> Reply:
    """Understand a question in Chinese or English and answer it, or say that it is not understood.

    Arguments: rows, the graph; text; language of the answer, that of the text unless given. Names are those of the
    graph, of the lexicon, and of divisions in pinyin; words are those in the heads of the questions.
    """
    reply = _asked(rows, text, language)
    if reply.answer is not None or len(text) > LONGEST:
        return reply
    plain = fold(text)
    parts = parts_of(plain, names_in(rows, plain))
    return in_parts(text, parts, lambda part: _asked(rows, part, reply.language)) or reply


def _asked(rows: Rows, text: str, language: Language | None) -> Reply:
    """Return what a text gets that asks one thing. Arguments as for `ask`."""
    plain = fold(text)
    said = language or ("zh" if _CHINESE.search(plain) else "en")
    if len(plain) > LONGEST:
        return _declined(AnsweredOnce(rows, said), text, _too_long(said), [], ())
    own = names_in(rows, plain)
    named = (*own, *counted_groups(rows, plain, own))
    said = language or _language(plain, named)
    weak = (*commitments_in(plain), *sorts_in(rows, plain, named))
    once = AnsweredOnce(rows, said)
    kind = kind_asked(plain)
    unit = unit_asked(plain)
    wanted = wanted_words(plain, named)
    found = [_completed(rows, one) for one in _ways(plain, named, weak, kind)[: _TRIED * 4]]
    found.sort(key=lambda one: (-one.score, not _is_whole(one), one.question.id))
    likely = [one for one in found if one.complete and one.understood >= _UNDERSTOOD and one.score >= _SCORE]
    likely = [one for one in likely if _is_whole(one) or once.to(one.question, dict(one.values)).lines]
    unused = {id(one): left_out(plain, one, named) for one in likely}
    good = [one for one in likely if not unused[id(one)]]
    good = good or [
        one
        for one in likely[:_OFFERED]
        if tells_of(once.to(one.question, dict(one.values)), plain, named, unused[id(one)])
    ]
    if not good:
        left = unused[id(likely[0])] if likely else []
        return _declined(once, text, _reason(named, left, said), found, wanted)
    close = [one for one in good if one.score > good[0].score - _CLOSE][:_TRIED]
    answers = [once.to(one.question, dict(one.values)) for one in close]
    fitting = _fitting(rows, list(zip(close, answers, strict=True)), kind, unit)
    if not fitting:
        left = [plain[slice(*unit.span)]] if unit else []
        return _declined(once, text, _reason(named, left, said), found, wanted)
    close, answers = [one for one, _ in fitting], [one for _, one in fitting]
    order = sorted(range(len(close)), key=lambda place: (not answers[place].lines, -close[place].score, place))
    best, given = close[order[0]], answers[order[0]]
    also = [once.to(best.question, values) for values in namesakes(best)] if given.lines else []
    if any(one.lines for one in also):
        given = of_all([given, *(one for one in also if one.lines)])
    if not given.lines and (best.score < _FAIRLY_SURE or is_only_cited(rows, given)):
        return _declined(once, text, _reason(named, [], said), found, wanted)
    rivals = {close[place].question.id for place in order if answers[place].lines} - {best.question.id}
    offers = _offers(once, found, {best.question.id}) if rivals or not given.lines else ()
    sought = () if given.lines else wanted
    sure = "unsure" if _counts_what_was_read(plain, given) else _confidence(best, bool(rivals))
    return Reply(text, given, sure, _in_words(given), "", offers, said, sought)


def _fitting(
    rows: Rows, ways: Sequence[tuple[Intent, Answer]], kind: KindAsked, unit: UnitAsked | None
) -> list[tuple[Intent, Answer]]:
    """Return the ways to understand a text whose answer is of the documents, the kind and the unit that are meant.

    None where only others were found: what there is, is not what was asked for, and that is no ground to deny.
    """
    kept = [
        (one, given)
        for one, given in ways
        if is_of_documents(rows, given, one.of_documents)
        and names_kind(rows, given, kind.kind)
        and has_unit(given, unit)
    ]
    denied = any(given.lines for _, given in ways) and not any(given.lines for _, given in kept)
    return [] if denied else kept


def _ways(text: str, named: Sequence[Named], weak: Sequence[Named], kind: KindAsked) -> list[Intent]:
    """Return the ways to understand a text, also those in which a place only says whose document is meant."""
    found = intents(text, named, weak, questions(), kind)
    if scope := named_of_documents(text, named):
        rest = without_scope(text, scope)
        others = [one for one in named if one not in scope]
        found += [replace(one, of_documents=scope) for one in intents(rest, others, weak, questions(), kind)]
    return sorted(found, key=lambda one: (-one.score, not one.complete, one.question.id))


def _is_whole(intent: Intent) -> bool:
    """Whether a question is asked of all places: of some, no answer may mean that the graph does not know where they lie."""
    return intent.question is whole(intent.question.id)


def _language(text: str, named: Sequence[Named]) -> Language:
    """Return the language of what a text says beside its names."""
    text = masked(text, [(one.start, one.end) for one in named])
    return "zh" if _CHINESE.search(text) or not re.search("[A-Za-z]", text) else "en"


def _completed(rows: Rows, intent: Intent) -> Intent:
    """Return an intent with the document filled in that is the only one with an answer."""
    given = dict(intent.values)
    missing = [one for one in intent.question.parameters if one.name not in given]
    if len(missing) != 1 or missing[0].classes != ("PolicyDocument",) or intent.score < _SCORE:
        return intent
    offered = choices(rows, intent.question, missing[0].name, given, limit=2)
    if len(offered) != 1:
        return intent
    return replace(intent, values=(*intent.values, (missing[0].name, offered[0].value)))


def _confidence(best: Intent, has_rivals: bool) -> Confidence:
    if best.score >= 0.95 and not has_rivals:
        return "sure"
    return "fairly sure" if best.score >= _FAIRLY_SURE else "unsure"


def _counts_what_was_read(text: str, given: Answer) -> bool:
    """Whether it is asked how many tasks there are, and those are told that were read: a text may declare another number."""
    chinese, english = (whole(_DECLARED).keywords[language][0] for language in LANGUAGES)
    return given.question.counts == "task" and any(word in text.casefold() for word in (*chinese, *english))


def _in_words(given: Answer) -> str:
    words = {name: given.shown(value) for name, value in given.values.items()}
    return given.question.phrases[given.language].format_map(words)


def _too_long(language: Language) -> str:
    return "问题太长，请用一句话提问。" if language == "zh" else "The question is too long; ask it in one sentence."


def _reason(named: Sequence[Named], left: Sequence[str], language: Language) -> str:
    unknown = [one.known_as for one in named if one.known_as]
    if unknown and language == "zh":
        return f"图中没有提到{'、'.join(unknown)}。"
    if unknown:
        return f"The graph does not name {', '.join(unknown)}."
    if left and language == "zh":
        return f"没有答案能同时顾及“{'”“'.join(left)}”。"
    if left:
        return f"No answer would take “{'”, “'.join(left)}” into account."
    return "没有听懂这个问题。" if language == "zh" else "This question was not understood."


def _declined(once: AnsweredOnce, text: str, reason: str, found: Sequence[Intent], wanted: tuple[Wanted, ...]) -> Reply:
    return Reply(text, None, None, "", reason, _offers(once, found, set()), once.language, wanted)


def _offers(once: AnsweredOnce, found: Sequence[Intent], but: set[str]) -> tuple[Offer, ...]:
    """Return the nearest questions that have an answer: with what the text names, else with what has the most."""
    offers: list[Offer] = []
    seen = set(but)
    whole_ones = sorted((one for one in found if _is_whole(one)), key=lambda one: (not one.complete, not one.values))
    ways = [*((one.question, dict(one.values)) for one in whole_ones), *((one, {}) for one in questions())]
    for question, values in ways:
        if len(offers) == _OFFERED:
            break
        if question.id in seen:
            continue
        seen.add(question.id)
        if (offer := _offer(once, question, values)) is not None:
            offers.append(offer)
    return tuple(offers)


def _offer(once: AnsweredOnce, question: Question, values: Values) -> Offer | None:
    for parameter in question.parameters:
        if parameter.name not in values:
            if parameter.classes == _NEVER_GUESSED:
                return None
            best = choices(once.rows, question, parameter.name, values, limit=1)
            if not best:
                return None
            values = {**values, parameter.name: best[0].value}
    given = once.to(question, values)
    return Offer(question, values, _in_words(given)) if given.lines else None
