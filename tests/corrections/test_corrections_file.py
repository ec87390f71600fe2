"""The file of corrections: written and read again, and refused in one line where it makes no sense."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graph import GraphError
from graph.corrections import Apart, Correction, add_to_file, corrections_for, sentence_hash

TEXTS = ["支持沈阳。", 'a "quoted" \\ text', "line\nend\ttab\x7f\x01", "=cmd()|'</script>", "“双核”\u2028", "'''\"\"\""]
ENTRY = """[[correction]]
document = "plan"
text = "支持沈阳。"
subject = "city:沈阳市"
relation = "involves"
object = "x"
wrong = "fact"
who = "张三"
when = 2026-01-31
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "corrections.toml"


@pytest.mark.parametrize("text", TEXTS)
def test_whatever_a_sentence_holds_is_read_again_as_it_was_written(text: str, file: Path) -> None:
    one = Correction("plan", text, "city:沈阳市", "involves", text, "object", text, text, date(2026, 1, 31), text)
    add_to_file(file, one)
    assert corrections_for([file.parent]).of("plan") == (one,)


def test_a_further_correction_stands_behind_the_others_and_notes_of_people_stay(file: Path) -> None:
    file.write_text(f"# ours\n{ENTRY}", encoding="utf-8")
    first = corrections_for([file.parent]).of("plan")
    add_to_file(file, Correction("plan", "b", "city:大连市", "involves", "x", "fact", "", "李四", date(2026, 2, 1)))
    assert corrections_for([file.parent]).of("plan")[:1] == first
    assert file.read_text(encoding="utf-8").startswith("# ours")


def test_the_hash_may_be_left_out_and_must_be_that_of_the_text(file: Path) -> None:
    file.write_text(ENTRY.replace("text =", f'sentence = "{sentence_hash("支持沈阳。")}"\ntext ='), encoding="utf-8")
    assert corrections_for([file.parent]).of("plan")
    file.write_text(ENTRY.replace("text =", 'sentence = "00"\ntext ='), encoding="utf-8")
    with pytest.raises(GraphError, match="correction 1: the hash is not that of the text"):
        corrections_for([file.parent])


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("[[correction]", "no TOML"),
        ("x = 1", "«x» is no correction"),
        ("correction = 1", "«correction» is no correction"),
        (ENTRY.replace('who = "张三"\n', ""), "correction 1: no «who»"),
        (ENTRY + 'why = "so"\n', "correction 1: unknown key «why»"),
        (ENTRY.replace("2026-01-31", '"2026-01-31"'), "«when» is no date"),
        (ENTRY.replace("2026-01-31", "2026-01-31T10:00:00"), "«when» is no date"),
        (ENTRY.replace('"fact"', '"all"'), "nothing is called «all»; use one of fact"),
        (ENTRY.replace('"fact"', '"object"'), "what is the right object?"),
        (ENTRY + 'right = "y"\n', "a fact that is refused or added has nothing right"),
        (ENTRY.replace("张三", " "), "it has no who"),
    ],
)
def test_a_file_that_makes_no_sense_is_one_line_that_says_what_to_do(said: str, told: str, file: Path) -> None:
    file.write_text(said, encoding="utf-8")
    with pytest.raises(GraphError) as raised:
        corrections_for([file.parent])
    assert told in str(raised.value)
    assert len(str(raised.value).splitlines()) == 1
    assert str(file) in str(raised.value)


def test_a_broken_file_is_never_written_over(file: Path) -> None:
    file.write_text("[[correction]", encoding="utf-8")
    with pytest.raises(GraphError, match="no TOML"):
        add_to_file(file, Correction("plan", "b", "s", "r", "o", "fact", "", "李四", date(2026, 2, 1)))
    assert file.read_text(encoding="utf-8") == "[[correction]"


def test_the_example_that_people_copy_is_a_correction(file: Path) -> None:
    page = (Path(__file__).parents[2] / "corpus" / "README.md").read_text(encoding="utf-8")
    block = page[page.index("    [[correction]]") :].split("\n\n")[0]
    file.write_text("\n".join(line.strip() for line in block.splitlines()), encoding="utf-8")
    (one,) = corrections_for([file.parent]).of("plan-3fa9c2")
    assert isinstance(one, Correction)
    assert (one.wrong, one.right) == ("object", "国际物流枢纽")


def test_a_file_that_is_named_and_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="cannot be read"):
        corrections_for([], tmp_path / "none.toml")


def test_the_example_of_what_is_kept_apart_is_one(file: Path) -> None:
    page = (Path(__file__).parents[2] / "corpus" / "README.md").read_text(encoding="utf-8")
    block = page[page.index("    [[apart]]") :].split("\n\n")[0]
    file.write_text("\n".join(line.strip() for line in block.splitlines()), encoding="utf-8")
    (one,) = corrections_for([file.parent]).of("plan-3fa9c2")
    assert isinstance(one, Apart)
    assert one.thing == "document:海洋经济发展规划"
