"""What the audit says of the five documents, and that every rule judges and is described."""

import csv
from pathlib import Path

import pytest

from tests.publish.test_warehouse import rows

ROOT = Path(__file__).resolve().parents[2]
with (ROOT / "seeds" / "audit_rules.csv").open(encoding="utf-8", newline="") as _file:
    RULES = {row["rule_code"]: row for row in csv.DictReader(_file)}

# rule, document, line, a part of the message
MUST_BE_FOUND = [
    ("percentage_out_of_range", "000", 59, "123"),
    ("vague_target", "000", 127, "控制数"),
    ("goal_missing", "002", 8, "未填列绩效目标"),
    ("annual_target_missing", "002", 8, "没有年度指标值"),
    ("text_looped", "002", 10, "进一步提高"),
    ("ordinals_broken", "002", 15, "指标序号与前文重复：5"),
    ("amount_repaired", "002", 38, "25. 7€"),
    ("project_classified", "002", 23, "140.00"),
    ("project_classified", "004", 16, "10.00"),
    ("target_repeats_name", "003", 51, "数量"),
    ("cycle_count_equals_year", "003", 108, "80人"),
    ("count_answered_by_rate", "004", 15, "98%"),
    ("rate_without_percent", "004", 29, "98"),
    ("kinds_differ", "004", 15, "常委会>2次"),
    ("words_differ", "001", 28, "完成"),
    ("named_after_other_unit", "001", 28, "广州市人民政府办公厅"),
]


@pytest.mark.parametrize(("rule", "document", "line", "part"), MUST_BE_FOUND)
def test_what_deserves_a_question_is_found(published: Path, rule: str, document: str, line: int, part: str) -> None:
    query = f"""
        select own.message from marts.audit_finding_rows as own
        inner join marts.audit_findings using (finding_key, rule_code, document_key)
        inner join marts.dim_document using (document_key)
        where rule_code = '{rule}' and starts_with(file_name, '{document}') and own.line = {line}
    """
    messages = [message for (message,) in rows(published, query)]
    assert any(part in message for message in messages), messages


def test_every_rule_is_accounted_for_in_every_subject(published: Path) -> None:
    subjects = {
        "document": ["dim_document"],
        "total": ["reconciliation"],
        "project": ["fct_goals", "fct_execution", "fct_department_goals"],
        "indicator": ["fct_indicators", "fct_performance", "fct_department_indicators"],
        "evaluation": ["fct_execution", "fct_department_goals"],
        "performance": ["fct_performance", "fct_department_indicators"],
    }
    covered = dict(rows(published, "select rule_code, sum(subjects) from marts.audit_rule_coverage group by rule_code"))
    judged = dict(rows(published, "select rule_code, count(*) from marts.audit_rule_results group by rule_code"))
    counts = {
        subject: sum(rows(published, f"select count(*) from marts.{mart}")[0][0] for mart in marts)
        for subject, marts in subjects.items()
    }
    for code, rule in RULES.items():
        if rule["subject"] in counts:
            assert covered.get(code, 0) == counts[rule["subject"]] >= judged.get(code, 0), code
    assert judged["year_not_printed"] == 5


def test_coverage_adds_up_and_tells_why(published: Path) -> None:
    wrong = """
        select * from marts.audit_rule_coverage
        where subjects != hits + passed + not_applicable + insufficient_data
    """
    assert rows(published, wrong) == []
    untold = """
        select * from marts.audit_rule_results
        where (outcome in ('not_applicable', 'insufficient_data')) != (reason is not null)
            or (outcome = 'finding') != (message is not null)
    """
    assert rows(published, untold) == []


def test_evidence_is_quoted_from_the_document(published: Path) -> None:
    query = """
        select count(*), bool_and(contains(text, evidence)), bool_and(length(evidence) > 0)
        from marts.audit_finding_rows inner join landing.sources on document_key = document_id
    """
    ((hits, quoted, filled),) = rows(published, query)
    assert hits > 250
    assert quoted
    assert filled


def test_the_same_fault_in_many_rows_of_a_form_is_one_finding(published: Path) -> None:
    query = """
        select count(*), count(distinct (rule_code, document_key, project_key)), sum(repeats), max(repeats)
        from marts.audit_findings where rule_code = 'vague_target'
    """
    ((findings, forms, repeats, most),) = rows(published, query)
    assert findings == forms < repeats
    assert most > 1
    ((hits,),) = rows(published, "select sum(hits) from marts.audit_rule_coverage where rule_code = 'vague_target'")
    assert repeats == hits


def test_every_rule_is_weighed(published: Path) -> None:
    untold = "select rule_code from intermediate.int_rules_weighed where certainty is null or stands_for is null"
    assert rows(published, untold) == []
    weights = "select count(*) from seeds.audit_severity where at_least_wan = 0"
    assert rows(published, weights) == [(9,)], "from nothing at stake on, every gravity and certainty has a severity"
    graver = """
        select a.severity, b.severity from seeds.audit_severity as a
        inner join seeds.audit_severity as b using (gravity, certainty)
        where a.at_least_wan < b.at_least_wan
            and list_position(['low', 'medium', 'high'], a.severity) >= list_position(['low', 'medium', 'high'], b.severity)
    """
    assert rows(published, graver) == [], "more money makes a finding graver"


def test_an_auditor_opens_ten_findings_of_a_department_and_of_a_city(published: Path) -> None:
    places = """
        select {0}_key, budget_year, list({0}_place order by {0}_place), list(severity order by {0}_place)
        from marts.audit_priorities where {0}_place is not null group by all
    """
    for of in ("department", "city"):
        for key, year, found, severities in rows(published, places.format(of)):
            query = f"""
                select count(*) from marts.audit_findings inner join marts.dim_document using (document_key)
                where {of}_key = {key} and year_key = {year}
            """
            ((findings,),) = rows(published, query)
            assert found == list(range(1, min(findings, 10) + 1))
            assert severities == sorted(severities, key=["high", "medium", "low"].index)
