"""The page of the audit rules, made from their registry and from what was measured of them."""

import csv
from itertools import groupby
from pathlib import Path

from jixiao.docs.markdown import table
from jixiao.project import ROOT

MEASURED = ROOT / "docs" / "judgements.csv"

_HEAD = """# Rules of the audit

Made from `seeds/audit_rules.csv`: change a row, build, and the outcome follows. Every rule judges each subject with one
of four outcomes: finding, passed, not applicable, insufficient data (table `audit_rule_results`). `audit_findings`
holds the hits with their evidence, `audit_rule_coverage` how often a rule fires. A finding is a reason for review,
never an accusation. The words by which names and targets are judged are in `seeds/audit_words.csv`, the conditions of a
group in `models/audit/rules/rules_<group>.sql`.
"""


_MEASURED = """**How right they are.** `tests/judgements/` draws forms of every kind in changing layouts, plants faults
in some, and says of each what a careful reader raises. A rule that raises it is right; one that raises anything else
is wrong. Counted are forms, not rows. Precision is the share of what is raised that the reader upholds, recall the
share of what the reader raises that is raised. `python -m tests.judgements` measures anew.
"""


def page() -> str:
    """The page of all rules, grouped, in Markdown."""
    rules = _rows(ROOT / "seeds" / "audit_rules.csv")
    parts = [_HEAD, _MEASURED, f"<!-- judgements -->\n{measured()}\n<!-- end of judgements -->\n"]
    for group, members in groupby(rules, key=lambda rule: rule["rule_group"]):
        parts.append(f"## {group}\n")
        parts.extend(_rule(rule) for rule in members)
    return "\n".join(parts)


def measured() -> str:
    """The table of precision and recall by rule, all rules first."""
    head = ["rule", "right", "wrong", "missed", "precision", "recall"]
    return table(head, [list(row.values()) for row in _rows(MEASURED)])


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _rule(rule: dict[str, str]) -> str:
    lines = [
        f"### {rule['rule_code']} {rule['title_zh']}\n",
        f"{rule['title_en']}. {rule['how_to_read']}\n",
        f"{rule['how_to_read_zh']}\n",
        f"* judges: {rule['subject']}; severity: {rule['severity']}",
        f"* how surely: {rule['method']}; {rule['method_en']} ({rule['method_zh']})",
        f"* basis: {rule['basis']}. {rule['basis_en']}",
        f"* not applicable: {rule['not_applicable_when']} ({rule['not_applicable_when_zh']})",
    ]
    if float(rule["threshold"]):
        lines.append(f"* threshold: {float(rule['threshold']):g}")
    return "\n".join(lines) + "\n"
