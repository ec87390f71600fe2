"""What a graph must keep: shapes, rules, and quotes held against their texts.

A store comes in; findings go out.
Begin with `all_checks`; `shapes.ttl` is what SHACL can say, `rules` what it cannot.
"""

from graph.checks.all_checks import check, check_documents
from graph.checks.findings import Finding
from graph.checks.whole_store import check_record

__all__ = ["Finding", "check", "check_documents", "check_record"]
