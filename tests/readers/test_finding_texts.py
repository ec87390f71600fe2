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


def folders(top: Path) -> list[Path]:
    """Three folders, each with a plan of its own under the same name."""
    for name in ("north", "south", "west"):
        (top / name).mkdir()
        (top / name / "plan.txt").write_text(f"{name}规划\n沈阳", "utf-8")
    return [top / name / "plan.txt" for name in ("west", "north", "south")]


def test_the_id_of_a_text_comes_from_what_it_is_whatever_else_is_read_and_however_it_is_spelled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = folders(tmp_path)
    found = ids(paths)
    assert len(set(found.values())) == 3
    assert found == ids(paths[::-1]) == ids([tmp_path])
    assert ids(paths[:1]) == {"west": found["west"]}
    monkeypatch.chdir(tmp_path / "west")
    (alone,) = read_documents([Path("plan.txt")])
    assert isinstance(alone, Document)
    assert alone.id == found["west"]


def test_two_texts_of_one_declared_id_are_told_and_one_text_in_two_files_is_one_document(tmp_path: Path) -> None:
    for path in folders(tmp_path)[:2]:
        path.with_name("plan.meta.toml").write_text('id = "plan"', "utf-8")
    (tmp_path / "south" / "copy").mkdir()
    (tmp_path / "south" / "copy" / "plan.txt").write_text("south规划\n沈阳", "utf-8")
    read = list(read_documents([tmp_path]))
    refused = [str(one) for one in read if isinstance(one, UnreadableText)]
    assert len(read) == 3
    assert refused == [
        f'{tmp_path}/west/plan.txt: another text has its id, plan; give it an id of its own: id = "…" in plan.meta.toml'
    ]


def test_a_link_that_leads_to_itself_is_one_line_and_the_other_texts_are_read(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text("沈阳市打造国家物流枢纽。", encoding="utf-8")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "folder").symlink_to("folder")
    read, refused = sorted(read_documents([tmp_path]), key=lambda one: isinstance(one, UnreadableText))
    assert isinstance(read, Document)
    assert read.text == "沈阳市打造国家物流枢纽。"
    assert "too many levels of symbolic links" in str(refused)
