"""The page of the audit rules, made from their registry."""

import csv
from itertools import groupby

from jixiao.project import ROOT

_HEAD = """# Rules of the audit

Made from `seeds/audit_rules.csv`: change a row, build, and the outcome follows. Every rule judges each subject with one
of four outcomes: finding, passed, not applicable, insufficient data (table `audit_rule_results`). `audit_findings`
holds the hits with their evidence, `audit_rule_coverage` how often a rule fires. A finding is a reason for review,
never an accusation. The words by which names and targets are judged are in `seeds/audit_words.csv`, the conditions of a
group in `models/audit/rules/rules_<group>.sql`.
"""


def page() -> str:
    """The page of all rules, grouped, in Markdown."""
    with (ROOT / "seeds" / "audit_rules.csv").open(encoding="utf-8", newline="") as file:
        rules = list(csv.DictReader(file))
    parts = [_HEAD]
    for group, members in groupby(rules, key=lambda rule: rule["rule_group"]):
        parts.append(f"## {group}\n")
        parts.extend(_rule(rule) for rule in members)
    return "\n".join(parts)


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
