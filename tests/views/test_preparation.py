"""The server answers once the first visitor's page is prepared."""

from __future__ import annotations

import subprocess
import sys

_SAID = """
from threading import Thread
from time import sleep
from views.parts.frame.preparation import begin, end, wait

said = []
def prepare():
    sleep(0.2)
    said.append("prepared")
    end()

begin()
Thread(target=prepare).start()
wait()
said.append("answers")
print(*said)
"""


def _printed(code: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8"
    ).stdout.strip()


def test_the_server_waits_for_a_preparation_that_has_begun() -> None:
    assert _printed(_SAID) == "prepared answers"


def test_the_server_waits_for_nobody_where_nothing_is_prepared() -> None:
    assert _printed("from views.parts.frame.preparation import wait\nwait()\nprint('answers')") == "answers"


def test_pages_are_there_before_the_server_answers() -> None:
    code = """
import sys
import views.parts.frame.readiness as readiness
before = []
readiness.end = lambda: before.append({name for name in sys.modules if name.startswith("views.")} | {*sys.modules} & {"pandas"})
readiness.get_ready()
print({"views.explore", "views.quality", "pandas"} <= before[0])
"""
    assert _printed(code).splitlines()[-1] == "True"
