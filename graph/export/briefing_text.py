"""A briefing as Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from graph.counted import counted
from graph.export.briefing_content import Briefing
from graph.export.briefing_words import (
    WORDS,
    declared_rows,
    made_again,
    role_rows,
    role_tables,
    roles_said,
    target_rows,
    where,
)
from graph.export.sources import cited
from graph.rdf import label
from graph.results import markdown_code, markdown_table, markdown_text


def briefing_markdown(briefing: Briefing) -> bytes:
    """Return Markdown; words of the texts are words, never markup."""
    words = WORDS[briefing.language]
    parts = [f"# {markdown_text(briefing.words.title)}", markdown_text(briefing.words.finding)]
    if briefing.answer is not None and briefing.answer.lines:
        parts += _table(words["answer"], briefing.answer.heads(), briefing.answer.rows())
    parts += _tasks(briefing)
    parts += _roles(briefing)
    head, body = target_rows(briefing.targets, briefing.language)
    parts += _table(words["targets"], head, body) if body else []
    if briefing.targets_left_out:
        parts.append(counted(words["more targets"], n=briefing.targets_left_out))
    head, body = declared_rows(briefing.reading, briefing.language)
    parts += _table(words["declared"], head, body) if body else []
    parts += [f"## {words['sources']}", "\n".join(f"- {markdown_text(cited(one))}" for one in briefing.sources(()))]
    parts += [
        *map(markdown_text, made_again(briefing)[:-1]),
        f"{words['again']}:",
        markdown_code(briefing.command, "sh"),
    ]
    if briefing.sparql:
        parts.append(markdown_code(briefing.sparql.strip(), "sparql"))
    return ("\n\n".join(parts) + "\n").encode()


def _tasks(briefing: Briefing) -> list[str]:
    """Tasks by the sentence that backs them, which stands once below them."""
    words, parts = WORDS[briefing.language], []
    for quote, tasks in briefing.tasks_by_sentence():
        told = [
            f"{number}. **{markdown_text(one.task.label)}** ({label(one.grade, briefing.language)})"
            for number, one in tasks
        ]
        parts += ["\n".join(told), f"   > {markdown_text(quote.said)}\n   >\n   > {markdown_text(where(quote))}"]
    if briefing.tasks_left_out:
        parts.append(counted(words["more tasks"], n=briefing.tasks_left_out))
    return [f"## {words['tasks']}", *parts] if parts else []


def _roles(briefing: Briefing) -> list[str]:
    words, parts = WORDS[briefing.language], []
    for rows, places in role_tables(briefing.roles.rows, briefing.roles.places):
        head, body = role_rows(rows, places, briefing.language)
        parts.append(markdown_table(head, body))
    parts += map(markdown_text, roles_said(briefing.roles, briefing.language))
    return [f"## {words['roles']}", *parts] if briefing.roles.rows else []


def _table(title: str, head: Sequence[str], body: Sequence[Sequence[str]]) -> list[str]:
    return [f"## {title}", markdown_table(head, body)]
