"""Tables of web pages: rows of data as lines of cells, tables of layout as paragraphs."""

from __future__ import annotations

from pathlib import Path

from extract import extract
from extract.readers import read_document

TEXT = "<p>支持樊城区发展新能源产业，推动襄州区建设物流枢纽，到2027年建成。</p>" * 3


def lines(path: Path, body: str) -> list[str]:
    path.write_text(f"<title>襄阳市规划_网</title><body>{TEXT}{body}</body>", "utf-8")
    return [line for line in read_document(path).text.splitlines() if line][4:]


def test_paragraphs_inside_cells_stay_in_their_row(tmp_path: Path) -> None:
    body = "<table><tr><td><p>指标</p></td><td><p>2022年</p></td></tr><tr><td><p>总产值</p></td><td><p>9</p></td></tr></table>"
    assert lines(tmp_path / "a.html", body) == ["指标\t2022年", "总产值\t9"]


def test_cells_that_span_keep_the_columns(tmp_path: Path) -> None:
    body = (
        "<table><tr><td>领域</td><td colspan=2>任务</td><td>单位</td></tr>"
        "<tr><td rowspan=2>产业</td><td>甲</td><td>乙</td><td>丙</td></tr><tr><td>丁</td></tr></table>"
    )
    assert lines(tmp_path / "a.html", body) == ["领域\t任务\t\t单位", "产业\t甲\t乙\t丙", "\t丁"]


def test_what_stands_in_a_table_of_layout_stays_apart(tmp_path: Path) -> None:
    body = (
        "<table><tr><td>栏目</td><td>"
        + "<p>推动襄州区建设物流枢纽，完善基础设施，加快产业协同，优化营商环境，扩大对外开放。</p>" * 4
        + "</td></tr></table>"
    )
    assert len(lines(tmp_path / "a.html", body)) == 5


def test_the_record_in_a_page_s_table_says_who_issued_it_and_when(tmp_path: Path) -> None:
    record = (
        "<table><tr><td>索引号：</td><td>0001</td></tr>"
        "<tr><td>发布机构</td><td>宜春市统计局</td><td>生成日期</td><td>2023-04-18</td></tr></table>"
    )
    page = f"<title>宜春市统计公报_网</title><body>{record}<h1>宜春市统计公报</h1>{TEXT}</body>"
    (tmp_path / "a.html").write_text(page, "utf-8")
    facts = extract(read_document(tmp_path / "a.html"))
    own = {fact.predicate: fact.object for fact in facts.facts if fact.subject == facts.document_entity}
    assert getattr(own["issuedBy"], "key", "") == "宜春市统计局"
    assert str(own["dcterms:created"]) == "2023-04-18"
