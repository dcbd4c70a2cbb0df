"""The page of the audit rules, made from their registry and from what was measured of them."""

import csv
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

from jixiao.docs.markdown import table
from jixiao.marts import value_terms
from jixiao.project import ROOT

MEASURED = ROOT / "docs" / "judgements.csv"

_HEAD = """# Rules of the audit

[中文](rules.zh-CN.md)

Made from `seeds/audit_rules.csv`: change a row, build, and the outcome follows. Every rule has one of four
outcomes for each subject: finding, passed, insufficient data (table `audit_rule_results`) or not applicable (counted in
`audit_rule_coverage`, which also tells how often a rule fires). `audit_findings`
holds what is hit, `audit_finding_rows` each hit with its evidence: the same fault in many rows of a form is one
finding. A finding is a reason for review, never an accusation. The
words by which names and targets are judged are in `seeds/audit_words.csv`, the conditions of a group in
`models/audit/rules/rules_<group>.sql`.

A rule has a gravity (how grave a fault of its kind is in itself) and, in `seeds/audit_kinds.csv`, a certainty: proved
by arithmetic, read from what is or is not printed, or judged by words. Both and the amount at stake give the severity
of a finding, by `seeds/audit_severity.csv`; an amount that is not known counts as 0. A fault is said once: where a more
special rule finds it (`seeds/audit_covers.csv`), the general one gives way and does not apply.
"""


_MEASURED = """**How right they are.** `tests/judgements/` draws forms of every kind in changing layouts, plants faults
in some, and says of each what a careful reader raises. A rule that raises it is right; one that raises anything else
is wrong. Counted are forms, not rows. Precision is the share of what is raised that the reader upholds, recall the
share of what the reader raises that is raised. `python -m tests.judgements` measures anew.
"""


_HEAD_ZH = """# 审计规则

[English](rules.md)

本页由 `seeds/audit_rules.csv` 生成：改一行，重新构建，结果随之改变。每条规则对每个对象给出四种结果之一：疑点、\
通过、数据不足（表 `audit_rule_results`），或不适用（计入 `audit_rule_coverage`）。\
`audit_findings` 是疑点，`audit_finding_rows` 是疑点所依据的\
每一行及其原文：一张表中多行的同一问题是一条疑点。`audit_rule_coverage` 说明每条规则命中多少。疑点是复核的理由，\
不是结论。判断名称和指标值所用的词语在 `seeds/audit_words.csv`，每类规则的条件在\
`models/audit/rules/rules_<类别>.sql`。

规则有轻重（这类问题本身有多严重），也有确定程度（`seeds/audit_kinds.csv`）：算术证明、据表所印、据文字判断。两\
者与涉及金额一起决定疑点的严重程度（`seeds/audit_severity.csv`）；金额不明的按 0 计。同一问题只提一次：更具体的\
规则（`seeds/audit_covers.csv`）提出的，一般规则让位，不适用。
"""

_MEASURED_ZH = """\
**准确率。** `tests/judgements/` 画出各种版式的表格，在其中一部分埋下问题，并注明细心的读者会提出什么。规则提出\
的与之相同为对，提出别的为错；按表格计，不按行计。查准率是规则提出的疑点中读者认可的比例，查全率是读者提出的疑点\
中规则也提出的比例。这些表格是画出来的，不是公开的文件。用 `python -m tests.judgements` 重新测量。
"""

GROUPS = {
    "arithmetic": "算术", "completeness": "完整", "measurability": "可衡量", "consistency": "一致",
    "compliance": "合规", "classification": "归类", "similarity": "雷同", "damage": "损坏",
    "disclosure": "公开", "evaluation": "评价",
}  # fmt: skip
"""The groups of rules, in Chinese."""

_SUBJECTS = {
    "document": "文件", "project": "项目", "indicator": "指标", "total": "合计", "issue": "识读存疑",
    "evaluation": "项目自评", "performance": "自评指标",
}  # fmt: skip
_STANDS_FOR = {"row": "一行", "project": "一个项目", "document": "一份文件"}


def page() -> str:
    """The page of all rules, grouped, in Markdown."""
    severities = [list(row.values()) for row in _seed("audit_severity")]
    parts = [_HEAD, table(["gravity", "certainty", "at stake from, 万元", "severity"], severities) + "\n"]
    parts += [_MEASURED, f"<!-- judgements -->\n{measured()}\n<!-- end of judgements -->\n"]
    for group, rules in _grouped():
        parts += [f"## {group}\n", *(_rule(rule, kind) for rule, kind in rules)]
    return "\n".join(parts)


def chinese_page() -> str:
    """The same page in Chinese."""
    severities = [
        [_level(row["gravity"]), _certainty(row["certainty"]), row["at_least_wan"], _level(row["severity"])]
        for row in _seed("audit_severity")
    ]
    titles = {rule["rule_code"]: rule["title_zh"] for rule in _seed("audit_rules")}
    scores = [[titles.get(row["rule"], "全部规则"), *list(row.values())[1:]] for row in _rows(MEASURED)]
    parts = [_HEAD_ZH, table(["规则轻重", "确定程度", "涉及金额起点（万元）", "严重程度"], severities) + "\n"]
    parts += [_MEASURED_ZH, table(["规则", "对", "错", "漏", "查准率", "查全率"], scores) + "\n"]
    for group, rules in _grouped():
        parts += [f"## {GROUPS[group]}\n", *(_rule_zh(rule, kind) for rule, kind in rules)]
    return "\n".join(parts)


def measured() -> str:
    """The table of precision and recall by rule, all rules first."""
    head = ["rule", "right", "wrong", "missed", "precision", "recall"]
    return table(head, [list(row.values()) for row in _rows(MEASURED)])


def _grouped() -> Iterator[tuple[str, list[tuple[Mapping[str, str], Mapping[str, str]]]]]:
    """The groups of rules, each rule with its kind."""
    kinds = {(row["rule_group"], row["rule_code"]): row for row in _seed("audit_kinds")}
    for group, rules in groupby(_seed("audit_rules"), key=lambda rule: rule["rule_group"]):
        yield group, [(rule, kinds.get((group, rule["rule_code"])) or kinds[group, ""]) for rule in rules]


def _level(code: str) -> str:
    return value_terms()["severity", code]


def _certainty(code: str) -> str:
    return value_terms()["certainty", code]


def _covers(rule_code: str) -> list[str]:
    """The more special rules to which a rule gives way."""
    return [row["covered_by"] for row in _seed("audit_covers") if row["rule_code"] == rule_code]


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
    if covers := _covers(rule["rule_code"]):
        lines.append(f"* gives way to: {', '.join(covers)}")
    return "\n".join(lines) + "\n"


def _rule_zh(rule: Mapping[str, str], kind: Mapping[str, str]) -> str:
    lines = [
        f"### {rule['title_zh']}\n",
        f"`{rule['rule_code']}`\n",
        f"{rule['how_to_read_zh']}\n",
        f"* 判断对象：{_SUBJECTS[rule['subject']]}；规则轻重：{_level(rule['gravity'])}",
        f"* 确定程度：{_certainty(kind['certainty'])}；每条疑点对应{_STANDS_FOR[kind['stands_for']]}",
        f"* 方法：{rule['method_zh']}",
        f"* 依据：{rule['basis']}",
        f"* 不适用：{rule['not_applicable_when_zh']}",
    ]
    if float(rule["threshold"]):
        lines.append(f"* 阈值：{float(rule['threshold']):g}")
    if covers := _covers(rule["rule_code"]):
        titles = {row["rule_code"]: row["title_zh"] for row in _seed("audit_rules")}
        lines.append(f"* 让位于：{'、'.join(titles[code] for code in covers)}")
    return "\n".join(lines) + "\n"
