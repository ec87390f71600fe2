"""What every test run shares: one browser, no skipped test on CI, and the scores on the gold texts in its report."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from scripts.screenshots import chromium

SCORES = "gold scores"
"""Name of the user property by which a test hands a row of the scores table to the report."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Yield the system's Chromium, without a window; a process can drive no second one."""
    with chromium() as running:
        yield running


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let a test that drives a browser run twice more where it fails: on a busy machine a page may be late; a fault stays."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.flaky(reruns=2))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the scores that the tests measured, above pytest's closing line."""
    reports = terminalreporter.getreports("passed") + terminalreporter.getreports("failed")
    rows = [value for report in reports for name, value in report.user_properties if name == SCORES]
    if rows:
        terminalreporter.section("scores on the gold texts")
        for row in sorted(set(rows)):
            terminalreporter.write_line(str(row))


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Let a run on CI fail when it skipped a test: a machine that lacks a tool must not pass for a sound one."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") == "true" and reporter is not None and reporter.stats.get("skipped"):
        reporter.write_line("\nskipped tests are failures on CI", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
