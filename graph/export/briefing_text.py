"""A briefing as Markdown."""

from __future__ import annotations

from graph.counted import counted
from graph.export.briefing_content import Briefing, method
from graph.export.briefing_words import WORDS, declared_rows, role_rows, target_rows, where
from graph.rdf import label
from graph.results import markdown_code, markdown_table, markdown_text


def briefing_markdown(briefing: Briefing) -> bytes:
    """Return Markdown; words of the texts are words, never markup."""
    words, language = WORDS[briefing.language], briefing.language
    parts = [f"# {markdown_text(briefing.words.title)}", markdown_text(briefing.words.finding)]
    if briefing.tasks:
        parts.append(f"## {words['tasks']}")
        for number, one in enumerate(briefing.tasks, 1):
            parts.append(f"{number}. **{markdown_text(one.task.label)}** ({label(one.grade, language)})")
            parts.append(f"   > {markdown_text(one.quote.said)}\n   >\n   > {markdown_text(where(one.quote))}")
    if briefing.tasks_left_out:
        parts.append(counted(words["more tasks"], n=briefing.tasks_left_out))
    if briefing.answer is not None and briefing.answer.lines:
        parts += [f"## {words['answer']}", markdown_table(briefing.answer.heads(), briefing.answer.rows())]
    for name, (head, body) in (
        ("roles", role_rows(briefing.roles, briefing.places, language)),
        ("targets", target_rows(briefing.targets, language)),
        ("declared", declared_rows(briefing.reading, language)),
    ):
        if body:
            parts += [f"## {words[name]}", markdown_table(tuple(head), [tuple(row) for row in body])]
        if name == "targets" and briefing.targets_left_out:
            parts.append(counted(words["more targets"], n=briefing.targets_left_out))
    parts += [f"## {words['sources']}"]
    parts += [
        "\n".join(
            f"- {markdown_text(', '.join(filter(None, (one.title, one.publisher, one.issued))))}"
            for one in briefing.sources
        )
    ]
    parts += [
        *method(language),
        f"{words['hash']}: {briefing.digest}",
        f"{words['again']}:",
        markdown_code(briefing.command, "sh"),
    ]
    if briefing.sparql:
        parts.append(markdown_code(briefing.sparql.strip(), "sparql"))
    return ("\n\n".join(parts) + "\n").encode()
