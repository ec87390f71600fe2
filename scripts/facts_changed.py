"""Show the facts gained and lost by a change of reading: ``python -m scripts.facts_changed REVISION FOLDER…``.

Reads every hundredth text of each folder, by name, with the program of a revision of this repository and with the one in
this folder, and prints each fact that only one of them gives, with the words that it quotes. To be read before every commit
that touches reading.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

EVERY = 100
ROOT = Path(__file__).parent.parent


def sample(folders: Sequence[Path], every: int = EVERY) -> list[Path]:
    """Return every hundredth text of each folder, by name, the first among them."""
    return [path for folder in folders for path in sorted(folder.glob("*.txt"))[::every]]


def fact_lines(texts: Sequence[Path]) -> Iterator[str]:
    """Yield the facts of texts, a line each: text, subject, predicate, object, grade, quote.

    >>> lines = fact_lines([ROOT / "corpus" / "liaoning-interpretation.txt"])
    >>> next(line for line in lines if "hasPositioning" in line).split("\\t")[1:3]
    ['沈阳现代化都市圈', 'hasPositioning']
    """
    from extract import extract
    from extract.readers import read_documents
    from extract.values import Document

    for document in read_documents(list(texts)):
        if not isinstance(document, Document):
            continue
        facts = extract(document)
        for fact in facts.facts:
            if fact.predicate != "inSection":
                first = fact.evidence[0]
                quote = document.text[first.start : first.end].replace("\n", "⏎").replace("\t", " ")
                shown = getattr(fact.object, "key", fact.object)
                yield "\t".join((document.id, fact.subject.key, fact.predicate, str(shown), first.grade, quote))


def facts_at(revision: str, texts: Sequence[Path]) -> list[str]:
    """Return the facts of texts as the program of a revision reads them.

    Raises subprocess.CalledProcessError where the repository has no such revision.
    """
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        subprocess.run(["git", "worktree", "add", "-q", "--detach", tree, revision], cwd=ROOT, check=True)
        try:
            code = f"import runpy; runpy.run_path({str(Path(__file__))!r}, run_name='facts')['list_facts']()"
            done = subprocess.run(
                [sys.executable, "-c", code, *map(str, texts)],
                cwd=tree, env=os.environ | {"PYTHONPATH": str(tree)}, capture_output=True, encoding="utf-8", check=True,
            )  # fmt: skip
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", tree], cwd=ROOT, check=True)
    return done.stdout.splitlines()


def list_facts() -> None:
    """Print the facts of the texts named."""
    for line in fact_lines([Path(name) for name in sys.argv[1:]]):
        print(line)


def main() -> None:
    """Print what changed since a revision."""
    revision, *folders = sys.argv[1:]
    texts = [path.resolve() for path in sample([Path(folder) for folder in folders])]
    before, after = facts_at(revision, texts), list(fact_lines(texts))
    old, new = set(before), set(after)
    for sign, lines, others in (("-", before, new), ("+", after, old)):
        for line in lines:
            if line not in others:
                print(sign, line.replace("\t", " | "))
    print(
        f"{len(texts)} texts, {len(old)} facts before, {len(new)} after: {len(new - old)} gained, {len(old - new)} lost"
    )


if __name__ == "__main__":
    main()
