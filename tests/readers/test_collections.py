"""Files that hold many texts: JSON lines, tables and archives, each text on its own."""

from __future__ import annotations

import csv
import gzip
import io
import json
import tarfile
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from extract.errors import UnreadableText
from extract.readers import count_texts, read_documents, read_files
from extract.readers.collections import unpacking
from extract.values import Document

RECORDS = [
    {
        "id": "one",
        "text": "沈阳市建设区域性金融中心。",
        "标题": "甲市规划",
        "url": "https://example.org/1",
        "date": "2024年3月5日",
    },
    {"id": "two", "text": "大连市打造国际航运中心。", "标题": "乙市规划", "url": "", "date": "2024/3/5 10:00"},
]


def json_lines(path: Path) -> Path:
    whole = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in RECORDS).encode()
    path.write_bytes(gzip.compress(whole) if path.suffix == ".gz" else whole)
    return path


def table(path: Path) -> Path:
    text = io.StringIO()
    rows = csv.DictWriter(text, list(RECORDS[0]), delimiter="\t" if ".tsv" in path.name else ",")
    rows.writeheader()
    rows.writerows(RECORDS)
    whole = text.getvalue().encode("gb18030" if "gbk" in path.name else "utf-8-sig")
    path.write_bytes(gzip.compress(whole) if path.suffix == ".gz" else whole)
    return path


def parquet(path: Path) -> Path:
    pq.write_table(pa.Table.from_pylist(RECORDS), path)
    return path


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("a.jsonl", json_lines),
        ("a.JSONL.gz", json_lines),
        ("a.csv", table),
        ("gbk.csv", table),
        ("a.tsv", table),
        ("a.csv.gz", table),
        ("a.parquet", parquet),
    ],
)
def test_every_record_is_a_document_with_what_is_declared_of_it(
    name: str, write: Callable[[Path], Path], tmp_path: Path
) -> None:
    one, two = read_documents([write(tmp_path / name)])
    assert isinstance(one, Document)
    assert isinstance(two, Document)
    assert (one.id, one.text, one.metadata.title) == ("one", RECORDS[0]["text"], "甲市规划")
    assert (one.metadata.source, str(one.metadata.published)) == ("https://example.org/1", "2024-03-05")
    assert (two.id, two.metadata.source, str(two.metadata.published)) == ("two", "", "2024-03-05")
    assert one.remarks == two.remarks == ()
    assert count_texts([tmp_path]) in (2, 3)  # a line may be a head


def test_a_bad_line_is_one_line_of_report_with_its_place_and_the_others_go_on(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = [
        '{"text": "沈阳。"}'.encode(),
        b"{broken",
        b"[1]",
        b'{"text": "\xff"}',
        b'{"title": "x"}',
        b"[" * 100_000,
        b"",
        b'{"text": 3}',
        '{"text": "大连。", "date": "tomorrow", "price": 3}'.encode(),
    ]
    path.write_bytes(b"\n".join(lines))
    found = list(read_documents([path]))
    told = [str(one).removeprefix(f"{tmp_path}/") for one in found if isinstance(one, UnreadableText)]
    assert [one.split(";")[0] for one in told] == [
        "a.jsonl, line 2: it is not JSON",
        "a.jsonl, line 3: it is no object",
        "a.jsonl, line 4: it is not UTF-8",
        "a.jsonl, line 5: it has no text",
        "a.jsonl, line 6: it is not JSON",
        "a.jsonl, line 8: it has no text",
    ]
    documents = [one for one in found if isinstance(one, Document)]
    assert [one.text for one in documents] == ["沈阳。", "大连。"]
    assert [one.removeprefix(f"{tmp_path}/") for one in documents[1].remarks] == [
        "a.jsonl: passed over: «price»",
        "a.jsonl, line 9: «tomorrow» is no date and was passed over; write it as YYYY-MM-DD",
    ]


def test_a_row_with_a_field_too_many_or_an_open_quote_does_not_stop_the_others(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("id,text\na,沈阳。,x,y\nb\nc,\xff大连。\nd,营口。\n".encode().replace("ÿ".encode(), b"\xff"))
    found = list(read_documents([path]))
    assert [one.id for one in found if isinstance(one, Document)] == ["a", "d"]
    assert [str(one).split(": ")[0].rsplit(", ")[-1] for one in found if isinstance(one, UnreadableText)] == [
        "line 3",
        "line 4",
    ]


def test_a_record_without_an_id_has_one_of_what_it_is_wherever_it_stands(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    lines = ['{"title": "甲", "text": "沈阳。"}', '{"title": "乙", "text": "沈阳。"}']
    (tmp_path / "a" / "texts.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "b" / "texts.jsonl").write_text("\n".join(lines[::-1]), encoding="utf-8")
    first, second = (
        [one.id for one in read_documents([tmp_path / name]) if isinstance(one, Document)] for name in "ab"
    )
    assert first == second[::-1]
    assert len(set(first)) == 2
    assert first[0].startswith("texts-")


def test_two_texts_of_one_id_are_told_apart_by_their_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "a", "text": "沈阳。"}\n{"id": "a", "text": "大连。"}\n', encoding="utf-8")
    _, second = read_documents([path])
    assert str(second).startswith(f"{path}, line 2: another text has its id, a")


@pytest.mark.parametrize(
    ("name", "said"), [("a.csv", b"x,y\n1,2\n"), ("a.parquet", b"PAR1 no table PAR1"), ("a.zip", b"no")]
)
def test_a_file_that_is_no_collection_of_texts_is_one_line(name: str, said: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(said)
    (only,) = read_documents([tmp_path / name])
    assert isinstance(only, UnreadableText)
    assert str(only).startswith(str(tmp_path / name))


def test_a_damaged_end_is_told_after_the_texts_before_it(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"id": "a", "text": "x"}\n' * 3 + bytes(range(256)) * 300)[:-40])
    first, *_, last = read_documents([path])
    assert isinstance(first, Document)
    assert isinstance(last, UnreadableText)
    assert "damaged" in str(last)


def test_what_unpacks_to_far_more_than_it_can_hold_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "ALWAYS_UNPACKED", 1_000_000)
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b"\n" * 30_000_000))
    with zipfile.ZipFile(tmp_path / "b.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", "沈" * 6_000_000)
    with tarfile.open(tmp_path / "c.tar.gz", "w:gz") as packed:
        member = tarfile.TarInfo("a.txt")
        member.size = 15_000_000
        packed.addfile(member, io.BytesIO(bytes(15_000_000)))
    assert [str(one).split(": ")[-1].split(";")[0] for one in read_documents([tmp_path])] == [
        "it unpacks to more than a hundred times its size"
    ] * 3


def test_a_long_file_is_never_in_memory_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(20_000):
            record = {"id": f"t{number}", "text": "沈阳市建设金融中心。" * 60}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    assert path.stat().st_size > 30_000_000
    tracemalloc.start()
    assert sum(1 for _ in read_files([path])) == 20_000
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 8_000_000


def test_an_archive_gives_its_texts_with_their_side_files(tmp_path: Path) -> None:
    members = {
        "规划/甲.txt": "沈阳市建设金融中心。".encode(),
        "规划/甲.meta.toml": 'id = "jia"\ntitle = "甲"'.encode(),
        "规划/more.jsonl": b'{"id": "b", "text": "x"}\n{"id": "c"}\n',
        "README.md": b"no text",
        "__MACOSX/a.txt": b"no text",
        "picture.png": b"no text",
        "empty.txt": b"",
        "inner.zip": b"PK",
    }
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    with tarfile.open(tmp_path / "a.tar.gz", "w:gz") as packed:
        for name, data in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            packed.addfile(member, io.BytesIO(data))
    for name in ("a.zip", "a.tar.gz"):
        found = list(read_documents([tmp_path / name]))
        assert sorted((one.id, one.metadata.title) for one in found if isinstance(one, Document)) == [
            ("b", ""),
            ("jia", "甲"),
        ]
        assert count_texts([tmp_path / name]) == 4
        told = sorted(
            str(one).removeprefix(f"{tmp_path / name}/").split(";")[0]
            for one in found
            if isinstance(one, UnreadableText)
        )
        assert told == [
            "empty.txt: it is empty",
            "inner.zip: an archive or table within an archive is not read",
            "规划/more.jsonl, line 2: it has no text",
        ]


def test_an_archive_with_a_directory_of_many_megabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.txt", "沈阳。")
    data = bytearray((tmp_path / "a.zip").read_bytes())
    end = data.rfind(b"PK\x05\x06")
    data[end + 12 : end + 16] = (40_000_000).to_bytes(4, "little")
    (tmp_path / "a.zip").write_bytes(data)
    (only,) = read_documents([tmp_path / "a.zip"])
    assert "more than 200,000 members" in str(only)


def test_names_that_lead_out_of_an_archive_and_links_are_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name in ("../a.txt", "/etc/b.txt", "c/../../d.txt", "C:\\e.txt", "fine.txt"):
            archive.writestr(name, "沈阳。")
    with tarfile.open(tmp_path / "b.tar.gz", "w:gz") as packed:
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        packed.addfile(link)
    *refused, fine = list(read_documents([tmp_path / "a.zip"]))
    assert isinstance(fine, Document)
    assert len(refused) == 4
    assert all("leads out of the archive" in str(one) for one in refused)
    (only,) = read_documents([tmp_path / "b.tar.gz"])
    assert "no plain file" in str(only)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip", "b.tar.gz"]


def test_the_chinese_names_of_an_archive_of_windows_are_read(tmp_path: Path) -> None:
    member = zipfile.ZipInfo("x")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(member, "沈阳。")
    data = (tmp_path / "a.zip").read_bytes()
    name = "规划.txt".encode("gb18030")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("y" * len(name), "沈阳。")
    data = (tmp_path / "a.zip").read_bytes().replace(b"y" * len(name), name)
    (tmp_path / "a.zip").write_bytes(data)
    (only,) = read_documents([tmp_path / "a.zip"])
    assert isinstance(only, Document)
    assert only.id.startswith("规划-")
