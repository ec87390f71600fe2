"""Lists of references that programs for citing read: BibTeX, and CSL-JSON as Zotero, Mendeley and pandoc take it.

What is not known of a document is left out. A body is one name, never a first name and a surname.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from graph.citations.sources import Source

_NO_KEY = re.compile(r"[\s\"#%'(),={}~\\]+")
"""What BibTeX refuses in the key of an entry."""
_ESCAPES = str.maketrans(
    {
        **{sign: f"\\{sign}" for sign in "$&#_%"},
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",  # BibTeX counts braces, those behind a backslash too
        "}": r"\textbraceright{}",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
    }
)
_LANGUAGE = "zh-CN"


def bibtex(sources: Mapping[str, Source]) -> str:
    """Return documents as BibTeX, an entry each, in which no text is a command. Arguments: sources, by the ids of the documents.

    >>> print(bibtex({"plan": Source("100%方案", ("沈阳市人民政府",), issued="2023-01-04")}))
    @misc{plan,
      title = {{100\\%方案}},
      author = {{沈阳市人民政府}},
      date = {2023-01-04},
      year = {2023},
      langid = {chinese},
    }
    <BLANKLINE>
    """
    keys = _keys(sources)
    return "\n".join(_entry(keys[one], source) for one, source in sources.items())


def csl_json(sources: Mapping[str, Source]) -> str:
    """Return documents as CSL-JSON. Arguments: sources, by the ids of the documents, which are those of the items.

    >>> json.loads(csl_json({"plan": Source("方案", ("沈阳市人民政府",))}))[0]["author"]
    [{'literal': '沈阳市人民政府'}]
    """
    return json.dumps([_item(one, source) for one, source in sources.items()], ensure_ascii=False, indent=1) + "\n"


def _entry(key: str, source: Source) -> str:
    fields = {
        "title": f"{{{_escaped(source.title)}}}",  # in braces of its own: no style may lower its letters
        "author": _bodies(source.issuers),
        "number": _escaped(source.number),
        "publisher": _bodies(one for one in source.publishers if one not in source.issuers),
        "date": source.issued,
        "year": source.issued[:4],
        "langid": "chinese",
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{key},", *lines, "}", ""])


def _bodies(names: Iterable[str]) -> str:
    """Return bodies as BibTeX lists them, each in braces of its own: one name."""
    return " and ".join(f"{{{_escaped(one)}}}" for one in names)


def _escaped(text: str) -> str:
    return " ".join(text.split()).translate(_ESCAPES)


def _keys(ids: Iterable[str]) -> dict[str, str]:
    """Return a key for each document: its id, where BibTeX takes it."""
    keys: dict[str, str] = {}
    for one in ids:
        key = bare = _NO_KEY.sub("-", one).strip("-") or "document"
        number = 1
        while key in keys.values():
            number += 1
            key = f"{bare}-{number}"
        keys[one] = key
    return keys


def _item(identifier: str, source: Source) -> dict[str, object]:
    publishers = "; ".join(one for one in source.publishers if one not in source.issuers)
    fields: dict[str, object] = {
        "id": identifier,
        "type": "document",
        "title": source.title,
        "author": [{"literal": one} for one in source.issuers],
        "number": source.number,
        "publisher": publishers,
        "issued": {"date-parts": [[int(part) for part in source.issued.split("-")]]} if source.issued else {},
        "language": _LANGUAGE,
    }
    return {name: value for name, value in fields.items() if value}
