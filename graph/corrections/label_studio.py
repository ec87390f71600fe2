"""What annotators changed in Label Studio: its JSON export of the tasks that `policygraph export` wrote, read as corrections."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Mapping
from datetime import date
from itertools import accumulate
from pathlib import Path
from typing import Any

from graph.corrections.annotated_text import AnnotatedText, Ends, Line, Span, corrections_of, grouped
from graph.corrections.correction import Correction
from graph.counted import counted
from graph.errors import GraphError

SUFFIX = ".label-studio.json"
"""Of a file beside the texts."""
READ_KEY = "policygraph"
"""Of a task's data: what was read, as the export wrote it."""
_CHINESE = re.compile(r"[\u3400-\u9fff·]+")
"""A name that begins with the family's."""
_REMEDY = "give the JSON export (not JSON_MIN) of the tasks that policygraph export wrote"


def read_annotations(path: Path) -> tuple[list[Correction], list[str]]:
    """Return the corrections that annotators made, and one line for each change of theirs that is no correction.

    Of several annotations of a task the latest counts. Raises GraphError where the file cannot be read or is no such export.
    """
    try:
        tasks = json.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise GraphError(
            path, f"cannot be read ({error.strerror})", "check the path and the right to read it"
        ) from error
    except (ValueError, RecursionError) as error:
        raise GraphError(path, "no JSON", _REMEDY) from error
    made: list[Correction] = []
    told: list[str] = []
    if not isinstance(tasks, list):
        raise GraphError(path, "no list of tasks", _REMEDY)
    for number, task in enumerate(tasks, 1):
        try:
            found = _annotated(task, told)
            if found is not None:
                corrections, lines = corrections_of(found)
                made += corrections
                told += lines
        except GraphError as error:
            raise GraphError(path, f"task {number}: {error.reason}", error.remedy) from error
        except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
            raise GraphError(path, f"task {number} is none that policygraph export wrote", _REMEDY) from error
    return made, told


def _annotated(task: dict[str, Any], told: list[str]) -> AnnotatedText | None:
    """Return a task with its latest annotation; nothing where it has none."""
    data, read = task["data"], task["data"][READ_KEY]
    held = [one for one in task.get("annotations", ()) if not one.get("was_cancelled")]
    if not held:
        return None
    latest = max(held, key=lambda one: str(one.get("updated_at") or one["created_at"]))
    who, document = _who(latest.get("completed_by")), str(data["document"])
    if len(held) > 1:
        told.append(
            f"annotations of {document}: {len(held)} of them: the latest, by {who}, is taken; delete the others"
        )
    text = str(data["text"])
    regions, lines = _drawn(latest["result"], text)
    bare = sum(one.get("type") == "relation" and not one.get("labels") for one in latest["result"])
    if bare:
        unlabelled = counted("{n:relation|relations}", n=bare)
        told.append(f"annotation of {document} by {who}: {unlabelled} without a label: choose one for each")
    return AnnotatedText(
        document=document,
        text=text,
        sentences=tuple(_span(one) for one in read["sentences"]),
        things={_span(one["at"]): _texts(one["things"]) for one in read["mentions"]},
        read_labels={_span(one["at"]): _texts(one["labels"]) for one in read["mentions"]},
        read=grouped(
            (
                Line(_span(one["from"]), _span(one["to"]), str(one["relation"])),
                Ends(str(one["subject"]), str(one["object"])),
            )
            for one in read["relations"]
        ),
        labels=regions,
        lines=lines,
        who=who,
        when=date.fromisoformat(str(latest.get("updated_at") or latest["created_at"])[:10]),
    )


def _span(pair: list[int]) -> Span:
    start, end = pair
    return int(start), int(end)


def _texts(values: list[str]) -> tuple[str, ...]:
    return tuple(map(str, values))


def _who(completed_by: object) -> str:
    """Return who annotated: by name, else by address, else by the number that Label Studio gives."""
    if isinstance(completed_by, Mapping):
        first, last = (str(completed_by.get(part) or "").strip() for part in ("first_name", "last_name"))
        is_chinese = _CHINESE.fullmatch(first + last) is not None
        name = last + first if is_chinese else f"{first} {last}".strip()
        return name or str(completed_by.get("email") or "") or f"annotator {completed_by.get('id', '?')}"
    return f"annotator {completed_by if completed_by is not None else '?'}"


def _drawn(results: list[dict[str, Any]], text: str) -> tuple[dict[Span, tuple[str, ...]], tuple[Line, ...]]:
    """Return the marked words with their classes, and the relations between them, as an annotator left them."""
    # Label Studio counts code points (tried with 1.23); what other programs made for it may count as JavaScript does, in UTF-16.
    ends = list(accumulate((2 if char > "\uffff" else 1 for char in text), initial=0))
    by_id: dict[str, Span] = {}
    labels: dict[Span, tuple[str, ...]] = {}
    for one in results:
        if one.get("type") == "labels":
            value = one["value"]
            stated = int(value["start"]), int(value["end"])
            counted = bisect_left(ends, stated[0]), bisect_left(ends, stated[1])
            span = counted if text[slice(*stated)] != value.get("text") == text[slice(*counted)] else stated
            by_id[str(one["id"])] = span
            labels[span] = (*labels.get(span, ()), *_texts(value["labels"]))
    lines = []
    for one in results:
        if one.get("type") == "relation":
            begin, end = by_id[str(one["from_id"])], by_id[str(one["to_id"])]
            if one.get("direction") == "left":
                begin, end = end, begin
            lines += [Line(begin, end, str(label)) for label in one.get("labels") or ()]
    return labels, tuple(lines)
