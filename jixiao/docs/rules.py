"""The page of the audit rules, made from their registry and from what was measured of them."""

import csv
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path

from jixiao.docs.markdown import table
from jixiao.project import ROOT

MEASURED = ROOT / "docs" / "judgements.csv"

_HEAD = """# Rules of the audit

Made from `seeds/audit_rules.csv`: change a row, build, and the outcome follows. Every rule judges each subject with one
of four outcomes: finding, passed, not applicable, insufficient data (table `audit_rule_results`). `audit_findings`
holds what is hit, `audit_finding_rows` each hit with its evidence: the same fault in many rows of a form is one
finding. `audit_rule_coverage` tells how often a rule fires. A finding is a reason for review, never an accusation. The
words by which names and targets are judged are in `seeds/audit_words.csv`, the conditions of a group in
`models/audit/rules/rules_<group>.sql`.

A rule has a gravity (how grave a fault of its kind is in itself) and, in `seeds/audit_kinds.csv`, a certainty: proved
by arithmetic, read from what is or is not printed, or judged by words. Both and the amount at stake give the severity
of a finding, by `seeds/audit_severity.csv`; an amount that is not known counts as 0:
"""


_MEASURED = """**How right they are.** `tests/judgements/` draws forms of every kind in changing layouts, plants faults
in some, and says of each what a careful reader raises. A rule that raises it is right; one that raises anything else
is wrong. Counted are forms, not rows. Precision is the share of what is raised that the reader upholds, recall the
share of what the reader raises that is raised. `python -m tests.judgements` measures anew.
"""


def page() -> str:
    """The page of all rules, grouped, in Markdown."""
    kinds = {(row["rule_group"], row["rule_code"]): row for row in _seed("audit_kinds")}
    severities = [
        [row["gravity"], row["certainty"], row["at_least_wan"], row["severity"]] for row in _seed("audit_severity")
    ]
    parts = [_HEAD, table(["gravity", "certainty", "at stake from, 万元", "severity"], severities) + "\n"]
    parts += [_MEASURED, f"<!-- judgements -->\n{measured()}\n<!-- end of judgements -->\n"]
    for group, members in groupby(_seed("audit_rules"), key=lambda rule: rule["rule_group"]):
        parts.append(f"## {group}\n")
        parts.extend(_rule(rule, kinds.get((group, rule["rule_code"])) or kinds[group, ""]) for rule in members)
    return "\n".join(parts)


def measured() -> str:
    """The table of precision and recall by rule, all rules first."""
    head = ["rule", "right", "wrong", "missed", "precision", "recall"]
    return table(head, [list(row.values()) for row in _rows(MEASURED)])


def _seed(name: str) -> list[dict[str, str]]:
    return _rows(ROOT / "seeds" / f"{name}.csv")


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _rule(rule: Mapping[str, str], kind: Mapping[str, str]) -> str:
    lines = [
        f"### {rule['rule_code']} {rule['title_zh']}\n",
        f"{rule['title_en']}. {rule['how_to_read']}\n",
        f"{rule['how_to_read_zh']}\n",
        f"* judges: {rule['subject']}; gravity: {rule['gravity']}",
        f"* certainty: {kind['certainty']}; one finding a {kind['stands_for']}",
        f"* method: {rule['method_en']} ({rule['method_zh']})",
        f"* basis: {rule['basis']}. {rule['basis_en']}",
        f"* not applicable: {rule['not_applicable_when']} ({rule['not_applicable_when_zh']})",
    ]
    if float(rule["threshold"]):
        lines.append(f"* threshold: {float(rule['threshold']):g}")
    return "\n".join(lines) + "\n"
