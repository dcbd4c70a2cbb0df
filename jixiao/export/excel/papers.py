"""疑点底稿: every finding with both its values, its law and its words, and columns for what the auditor finds."""

from pathlib import Path

from jixiao.export.excel.book import Book
from jixiao.export.excel.department import to_original
from jixiao.export.excel.sheets import CONTEXT, FIRST_TO_OPEN, ORIGINAL, Sheet
from jixiao.export.files import Exported, OpenWarehouse

NAME = "疑点底稿.xlsx"

OWN = ("核查情况", "核查结论", "处理意见", "核查人", "核查日期", "复核人", "附件编号")
"""Empty columns, for the auditor's own notes."""

PAPERS = Sheet(
    "疑点底稿",
    "A row: a finding, the first to open first; the same fault in several rows of a form is one. Its number "
    "leads to its words; the yellow columns are for the auditor",
    f"""
    select
        city_name, department_name, budget_year, severity, certainty, title_zh, basis, project_name,
        amount_at_stake_wan, findings.repeats, findings.message, printed_wan, computed_wan, difference_wan,
        findings.evidence, file_name, findings.page, findings.line, url
    from marts.audit_findings as findings
    inner join marts.dim_document using (document_key)
    inner join marts.dim_year using (year_key)
    inner join marts.dim_city on dim_document.city_key = dim_city.city_key
    inner join marts.dim_department on dim_document.department_key = dim_department.department_key
    left join marts.dim_project on findings.project_key = dim_project.project_key
    left join (select rule_code, basis from seeds.audit_rules) as rules on findings.rule_code = rules.rule_code
    left join marts.reconciliation
        on findings.document_key = reconciliation.document_key and findings.char_start = reconciliation.char_start
    {FIRST_TO_OPEN}
    """,
    terms={"basis": "依据"},
    is_numbered=True,
)

WORDS = Sheet(
    ORIGINAL,
    "A row: the words of a finding in its document, those meant in 【】; in the order of the working paper",
    f"""
    select
        {CONTEXT}
    from marts.audit_findings as findings
    inner join marts.dim_document using (document_key)
    left join landing.sources on document_key = document_id
    {FIRST_TO_OPEN}
    """,
    terms={"context": "原文及上下文"},
    is_numbered=True,
)


def write(source: OpenWarehouse, path: Path) -> Exported:
    """Write the working paper of all findings. Raises OSError."""
    book = Book(source, path, "疑点底稿")
    with book:
        about = book.lines("说明")
        book.add(PAPERS, link=to_original, own=OWN)
        book.add(WORDS)
        about(
            [
                (
                    "用途",
                    "A working paper to check one finding after another; a finding is a reason for review, not "
                    "a conclusion",
                ),
                (
                    "两边数值",
                    "The message gives both sides that a rule compares; where a total does not add up, the "
                    "printed total, the sum of its parts and the difference (万元) stand beside it",
                ),
                *((own.title, own.row) for own in (PAPERS, WORDS)),
                *(("注意", note) for note in book.notes),
            ]
        )
    return book.exported()
