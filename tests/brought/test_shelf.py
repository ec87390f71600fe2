"""Texts that a person brought: kept for a while under safe names, for one browser alone."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from graph import GraphError
from graph.brought import DAYS, MOST_TEXTS, Shelf, shelf_of

PLAN = "锦州市三年行动方案\n\n支持锦州市建设区域性物流中心。\n".encode()
TOKEN = "0" * 32


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return shelf_of(tmp_path, TOKEN)


def test_what_was_brought_is_found_again_by_the_same_browser_and_by_no_other(shelf: Shelf, tmp_path: Path) -> None:
    text = shelf.put("方案.txt", PLAN)
    assert shelf_of(tmp_path, TOKEN).texts() == (text,)
    assert text.file.read_bytes() == PLAN
    assert shelf_of(tmp_path, "1" * 32).texts() == ()


def test_the_secret_of_a_browser_is_not_on_disk(shelf: Shelf, tmp_path: Path) -> None:
    shelf.put("方案.txt", PLAN)
    assert not [path for path in tmp_path.rglob("*") if TOKEN in str(path)]
    assert (tmp_path.stat().st_mode & 0o777) in (0o700, 0o755)


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd.txt", "..\\..\\x.txt", "/etc/x.txt", "<b>.txt", ".txt", "长" * 300 + ".txt", "", "a\n.txt"],
)
def test_no_name_leads_out_of_the_folder(shelf: Shelf, tmp_path: Path, name: str) -> None:
    text = shelf.put(name, PLAN)
    assert text.file.resolve().is_relative_to(tmp_path.resolve())
    assert text.file.read_bytes() == PLAN


def test_the_same_file_is_kept_once_and_another_of_its_name_beside_it(shelf: Shelf) -> None:
    assert shelf.put("方案.txt", PLAN) == shelf.put("方案.txt", PLAN)
    assert shelf.put("方案.txt", PLAN + b"x") != shelf.put("方案.txt", PLAN)
    assert len(shelf.texts()) == 2


def test_texts_stand_in_the_order_in_which_they_were_brought(shelf: Shelf) -> None:
    brought = [shelf.put(f"{name}.txt", PLAN) for name in "cab"]
    assert shelf.texts() == tuple(brought)


def test_a_text_expires_and_is_then_gone_from_disk(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long_ago = time.time_ns() - (DAYS * 24 * 3600 + 60) * 10**9
    monkeypatch.setattr(time, "time_ns", lambda: long_ago)
    old = shelf.put("alt.txt", PLAN)
    monkeypatch.undo()
    new = shelf.put("neu.txt", PLAN)
    assert (old.expires - old.brought).days == DAYS
    assert shelf.texts() == (new,)
    assert not old.folder.exists()


def test_the_shelf_of_a_browser_that_never_comes_back_is_emptied_by_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long_ago = time.time_ns() - (DAYS * 24 * 3600 + 60) * 10**9
    monkeypatch.setattr(time, "time_ns", lambda: long_ago)
    shelf_of(tmp_path, "1" * 32).put("alt.txt", PLAN)
    monkeypatch.undo()
    shelf_of(tmp_path, TOKEN).put("neu.txt", PLAN)
    shelf_of(tmp_path, TOKEN)
    assert [path.name for path in tmp_path.rglob("*.txt")] == ["neu.txt"]


def test_a_full_shelf_is_told_in_one_line(shelf: Shelf) -> None:
    for i in range(MOST_TEXTS):
        shelf.put(f"{i}.txt", PLAN)
    with pytest.raises(GraphError, match="remove some first"):
        shelf.put("x.txt", PLAN)
    shelf.remove(shelf.texts()[0])
    shelf.put("x.txt", PLAN)


def test_what_is_half_written_is_not_on_the_shelf(shelf: Shelf) -> None:
    text = shelf.put("a.txt", PLAN)
    (text.folder.parent / f".{text.folder.name}").mkdir()
    (text.folder.parent / "00000000000000000001-x").mkdir()
    assert shelf.texts() == (text,)


def test_a_note_lies_beside_the_texts_and_expires_like_them(tmp_path: Path) -> None:
    shelf = shelf_of(tmp_path, TOKEN)
    assert shelf.note("basket.json") is None
    shelf.put_note("basket.json", b"{}")
    assert shelf.texts() == ()
    assert shelf_of(tmp_path, TOKEN).note("basket.json") == b"{}"
    (note,) = tmp_path.rglob("basket.json")
    long_ago = time.time() - DAYS * 24 * 3600 - 60
    os.utime(note, (long_ago, long_ago))
    shelf_of(tmp_path, "1" * 32)
    assert not note.exists()
    assert list(tmp_path.iterdir()) == []
