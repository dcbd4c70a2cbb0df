"""Forms of a whole department 部门整体支出: published once, under their department, in no sum of projects."""

from great_expectations.expectations import Expectation

from expectations.expect import PUBLISHED_DOCUMENTS, no_rows, same_rows

_COLUMNS = {
    "department_goals": ("form_seq", "annual_goal", "cycle_goal", "achieved_goal", "total_score", "particulars"),
    "department_budget": (
        "form_seq", "item", "item_printed", "amount_wan", "amount_printed", "initial_wan", "executed_wan",
        "execution_rate", "execution_weight", "execution_score", "is_proved",
    ),
    "department_tasks": (
        "form_seq", "task_seq", "task_name", "content", "amount_wan", "amount_printed", "fiscal_wan",
        "special_account_wan", "other_wan", "executed_wan", "is_part",
    ),
    "department_indicators": (
        "form_seq", "indicator_seq", "printed_level1", "printed_level2", "indicator_name", "cycle_target",
        "cycle_operator", "cycle_value", "cycle_upper_value", "cycle_unit", "cycle_is_quantitative", "annual_target",
        "annual_operator", "annual_value", "annual_upper_value", "annual_unit", "annual_is_quantitative", "actual",
        "actual_operator", "actual_value", "actual_upper_value", "actual_unit", "actual_is_quantitative",
        "weight", "score", "reason", "note",
    ),
}  # fmt: skip
"""The columns of a landing table that its fact has under the same name; with its place, all that was parsed."""

_PLACE = ("page", "line", "char_start", "char_end")

_FACTS = "\nunion all\n".join(
    f"select distinct 'fct_{table}' as fact, document_key, city_key, department_key, year_key from marts.fct_{table}"
    for table in _COLUMNS
)

_CODES = {
    "landed": """
        select 'department' as kind, published_documents.department_key, documents.department_code as code
        from documents
        inner join published_documents using (sha256)
        where documents.department_code is not null
        union
        select 'unit', published_documents.department_key, units.unit_code
        from documents
        inner join landing.units using (document_id)
        inner join landing.projects using (document_id, unit_seq)
        inner join published_documents using (sha256)
        where units.unit_code is not null
    """,
    "published": """
        select 'department' as kind, department_key, department_code as code from marts.dim_department
        where department_code is not null
        union
        select 'unit', department_key, unit_code from marts.dim_unit
        where unit_code is not null
    """,
}
"""The codes of departments, and of the units of each, as printed and as published."""


def _published_once(table: str, why: str, landed_as: str = "", published_as: str = "") -> Expectation:
    """The rows of landing ``table`` are those of its fact; the last two name what is called differently there."""
    columns = ", ".join((*_COLUMNS[table], *_PLACE))
    return same_rows(
        f"{table}_{'is' if table.endswith('budget') else 'are'}_published_once",
        f"marts.fct_{table}",
        why,
        f"""
        select documents.sha256, {landed_as}{columns}
        from landing.{table} as read
        inner join (select sha256, document_id from documents) as documents using (document_id)
        """,
        f"""
        select published_documents.sha256, {published_as}{columns}
        from marts.fct_{table} as facts
        inner join (select sha256, document_key from published_documents) as published_documents using (document_key)
        """,
    )


DEPARTMENTS: tuple[Expectation, ...] = (
    _published_once("department_goals", "Every form of a whole department is one fact, with its goals as printed."),
    _published_once(
        "department_budget",
        "Every amount of a whole department is one fact, its total and each of its items, with its printed text.",
    ),
    _published_once("department_tasks", "Every task of a department is one fact, with its money where one is printed."),
    _published_once(
        "department_indicators",
        "Every indicator of a whole department is one fact: category, name, target as printed and as read, score.",
        "read.category_code, ",
        "facts.category_key, ",
    ),
    no_rows(
        "department_facts_agree_with_their_document",
        "marts.fct_department_*",
        "City, department and year of a department's form are those of the document it stands in.",
        """
        select facts.* from facts
        inner join published_documents using (document_key)
        where
            facts.city_key is distinct from published_documents.city_key
            or facts.department_key is distinct from published_documents.department_key
            or facts.year_key is distinct from published_documents.year_key
        """,
        given={**PUBLISHED_DOCUMENTS, "facts": _FACTS},
    ),
    no_rows(
        "codes_are_printed_ones",
        "marts.dim_department, marts.dim_unit",
        "The code of a department or unit is one that is printed beside its name, and none that is printed is lost.",
        """
        select 'printed nowhere' as wrong, published.* from published
        inner join (select distinct department_key from published_documents) using (department_key)
        anti join landed using (kind, department_key, code)
        union all
        select 'none published', landed.* from landed
        anti join published using (kind, department_key)
        """,
        given={**PUBLISHED_DOCUMENTS, **_CODES},
    ),
)
"""The suite ``departments``."""
