"""One text in four dresses gives the same facts."""

from __future__ import annotations

from hypothesis import assume, given
from opencc import OpenCC

from extract.pipeline import extract
from tests.extract.generated import bounded, document, sentences, triples

ASCII_MARKS = str.maketrans("，；：（）“”", ',;:()""')
FULL_WIDTH = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F) if chr(code) not in ",.\"'-"})
to_traditional, to_simplified = OpenCC("s2t").convert, OpenCC("t2s").convert


@bounded
@given(sentences)
def test_ascii_punctuation_gives_the_same_facts(text: str) -> None:
    assert triples(extract(document(text.translate(ASCII_MARKS)))) == triples(extract(document(text)))


@bounded
@given(sentences)
def test_full_width_letters_and_digits_give_the_same_facts(text: str) -> None:
    assert triples(extract(document(text.translate(FULL_WIDTH)))) == triples(extract(document(text)))


@bounded
@given(sentences)
def test_wide_and_no_break_spaces_give_the_same_facts(text: str) -> None:
    wanted = triples(extract(document(text)))
    assert triples(extract(document(text.replace(" ", "\u3000")))) == wanted
    assert triples(extract(document(text.replace(" ", "\u00a0")))) == wanted


@bounded
@given(sentences)
def test_traditional_characters_give_the_same_facts(text: str) -> None:
    traditional = to_traditional(text)
    assume(len(traditional) == len(text) and to_simplified(traditional) == to_simplified(text) == text)
    assert triples(extract(document(traditional))) == triples(extract(document(text)))


@bounded
@given(sentences)
def test_quotes_keep_the_dress_of_the_text(text: str) -> None:
    dressed = to_traditional(text).translate(ASCII_MARKS).replace(" ", "\u3000")
    assume(len(dressed) == len(text))
    facts = extract(document(dressed))
    for evidence in (one for fact in facts.facts for one in fact.evidence):
        assert to_simplified(dressed[evidence.start : evidence.end]).strip()
    assert facts.document.text == dressed
