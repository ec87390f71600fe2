"""Who annotated in Label Studio, by the name that the graph keeps."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graph.corrections import corrections_for
from tests.corrections.test_label_studio import annotated, corpus, remove


@pytest.mark.parametrize(
    ("who", "told"),
    [
        ({"first_name": "Ann", "last_name": "Lee"}, "Ann Lee"),
        ({"first_name": "四", "last_name": "李"}, "李四"),
        ({"first_name": "", "last_name": "", "email": "li@example.org"}, "li@example.org"),
        ({"id": 7}, "annotator 7"),
    ],
)
def test_an_annotator_is_named_as_people_of_that_language_are(tmp_path: Path, who: dict[str, Any], told: str) -> None:
    texts = corpus(tmp_path)
    annotated(texts, remove, completed_by=who)
    (correction,) = corrections_for([texts]).of("plan")
    assert correction.who == told
