"""Which files of which folders are texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.errors import UnreadableText
from extract.readers import find_texts, read_documents
from extract.values import Document


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    top = tmp_path / "texts"
    for name in ("b.txt", "a.md", "deep/er/c.HTML", "README.md", "readme.zh.md", ".hidden.txt", ".git/d.txt"):
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"沈阳{name}", "utf-8")
    (top / "b.meta.toml").write_text('title = "题"', "utf-8")
    (top / "picture.png").write_bytes(b"\x89PNG")
    return top


def names(paths: tuple[Path, ...]) -> list[str]:
    return [path.name for path in paths]


def test_a_folder_gives_its_texts_sorted_and_to_the_bottom(folder: Path) -> None:
    assert names(find_texts([folder])) == ["a.md", "b.txt", "c.HTML"]


def test_a_named_readme_is_read(folder: Path) -> None:
    assert names(find_texts([folder / "README.md"])) == ["README.md"]


def test_a_file_named_twice_is_one_text(folder: Path) -> None:
    spelled = folder / "deep" / ".." / "b.txt"
    assert len(find_texts([folder, folder / "b.txt", spelled])) == 3


def test_the_order_of_arguments_does_not_matter(folder: Path) -> None:
    paths = [folder / "b.txt", folder / "deep", folder / "a.md"]
    assert find_texts(paths) == find_texts(paths[::-1])


def test_a_path_that_does_not_exist_raises(tmp_path: Path) -> None:
    with pytest.raises(UnreadableText, match="there is no such file or folder"):
        find_texts([tmp_path / "nowhere.txt"])


def test_a_folder_without_texts_raises(tmp_path: Path) -> None:
    with pytest.raises(UnreadableText, match="holds no text"):
        find_texts([tmp_path])


def test_a_text_of_a_format_that_is_not_read_is_not_passed_over_in_silence(folder: Path) -> None:
    (folder / "old.odt").write_bytes(b"PK")
    errors = [str(one) for one in read_documents([folder]) if isinstance(one, UnreadableText)]
    assert len(errors) == 1
    assert "old.odt: files of type «.odt» are not read; open it in an office program" in errors[0]


def test_a_loop_of_folders_ends(folder: Path) -> None:
    (folder / "deep" / "loop").symlink_to(folder)
    assert len(find_texts([folder])) == 3


def ids(paths: list[Path]) -> dict[str, str]:
    """Id of the document by the name of its folder."""
    read = zip(find_texts(paths), read_documents(paths), strict=True)
    return {path.parent.name: document.id for path, document in read if isinstance(document, Document)}


def test_documents_of_one_id_are_told_apart_whatever_the_order(tmp_path: Path) -> None:
    for name in ("north", "south", "west"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "plan.txt").write_text(f"沈阳{name}", "utf-8")
    paths = [tmp_path / name / "plan.txt" for name in ("west", "north", "south")]
    assert ids(paths) == ids(paths[::-1]) == {"north": "plan", "south": "plan-2", "west": "plan-3"}


def test_a_suffix_never_meets_an_id_that_is_taken(tmp_path: Path) -> None:
    for name in ("a/plan-2.txt", "b/plan.txt", "c/plan.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(name, "utf-8")
    assert ids([tmp_path]) == {"a": "plan-2", "b": "plan", "c": "plan-3"}


def test_a_link_that_leads_to_itself_is_one_line_and_the_other_texts_are_read(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text("沈阳市打造国家物流枢纽。", encoding="utf-8")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "folder").symlink_to("folder")
    read, refused = sorted(read_documents([tmp_path]), key=lambda one: isinstance(one, UnreadableText))
    assert isinstance(read, Document)
    assert read.id == "plan"
    assert "too many levels of symbolic links" in str(refused)
