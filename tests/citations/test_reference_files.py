"""Lists of references are read back by what they are for; no text in them is a command."""

from __future__ import annotations

import json

import pytest
from pybtex.database import Entry, parse_string

from graph import PolicyGraph
from graph.citations import Source, bibtex, csl_json
from graph.export import export

HOSTILE = '\\input{/etc/passwd} {未配对 } } 50% #1 $x$ a_b a^b ~ "引" @misc{x, and 与\n\n@book{y}'
FULL = Source(
    "沈阳行动方案", ("沈阳市人民政府", "辽宁省发展和改革委员会"), ("辽宁日报",), "2023-01-04", "沈政发〔2023〕1号"
)
_SPELLED = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciicircum{}": "^",
    r"\textasciitilde{}": "~",
    **{f"\\{sign}": sign for sign in "$&#_%"},
}


def read(sources: dict[str, Source]) -> dict[str, Entry]:
    return dict(parse_string(bibtex(sources), "bibtex").entries)


def plain(value: str) -> str:
    for spelled, sign in _SPELLED.items():
        value = value.replace(spelled, sign)
    return value


def test_bibtex_is_read_back_with_title_bodies_number_and_date() -> None:
    (entry,) = read({"plan-2023": FULL}).values()
    assert entry.key == "plan-2023"
    assert entry.fields["title"] == "{沈阳行动方案}"
    assert [str(person) for person in entry.persons["author"]] == ["{沈阳市人民政府}", "{辽宁省发展和改革委员会}"]
    assert entry.fields["number"] == "沈政发〔2023〕1号"
    assert entry.fields["publisher"] == "{辽宁日报}"
    assert entry.fields["date"] == "2023-01-04"


def test_what_is_not_known_is_left_out_of_both() -> None:
    (entry,) = read({"plan": Source("方案")}).values()
    assert set(entry.fields) == {"title", "langid"}
    assert not entry.persons
    assert json.loads(csl_json({"plan": Source("方案")})) == [
        {"id": "plan", "type": "document", "title": "方案", "language": "zh-CN"}
    ]


def test_no_text_is_a_command_of_bibtex() -> None:
    (entry,) = read({"plan": Source(HOSTILE, (HOSTILE,), number=HOSTILE)}).values()
    told = " ".join(HOSTILE.split())
    assert plain(entry.fields["number"]) == told
    assert plain(entry.fields["title"]) == f"{{{told}}}"
    assert [plain(str(person)) for person in entry.persons["author"]] == [f"{{{told}}}"]
    assert "\\input" not in entry.fields["title"]


@pytest.mark.parametrize("hostile", ["a,b} c", "”“", "}}", "方案（2023）"])
def test_a_key_is_one_that_bibtex_takes_and_no_two_are_the_same(hostile: str) -> None:
    entries = read({hostile: FULL, hostile + "}": FULL, "plan": FULL})
    assert len(entries) == 3
    assert all(entry.fields["date"] == "2023-01-04" for entry in entries.values())


def test_csl_json_names_each_body_as_one_name_and_gives_the_date_in_parts() -> None:
    (item,) = json.loads(csl_json({"plan-2023": FULL}))
    assert item["id"] == "plan-2023"
    assert item["author"] == [{"literal": "沈阳市人民政府"}, {"literal": "辽宁省发展和改革委员会"}]
    assert item["issued"] == {"date-parts": [[2023, 1, 4]]}
    assert (item["number"], item["publisher"]) == ("沈政发〔2023〕1号", "辽宁日报")


def test_an_export_cites_the_documents_on_which_what_is_taken_rests(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("texts")
    (folder / "one.txt").write_text("---\nid: one\n---\n沈阳市行动方案\n\n支持沈阳打造金融中心。\n", encoding="utf-8")
    (folder / "other.txt").write_text(
        "---\nid: other\n---\n大连市行动方案\n\n支持大连打造物流中心。\n", encoding="utf-8"
    )
    with PolicyGraph.build(folder) as graph:
        (whole,) = export(graph, folder / "all.csl.json")
        (part,) = export(graph, folder / "part.csl.json", focus=["大连市"])
        (named,) = export(graph, folder / "named.bib", document=["one"])
    assert [item["id"] for item in json.loads(whole.read_text(encoding="utf-8"))] == ["one", "other"]
    assert [item["id"] for item in json.loads(part.read_text(encoding="utf-8"))] == ["other"]
    assert list(parse_string(named.read_text(encoding="utf-8"), "bibtex").entries) == ["one"]
