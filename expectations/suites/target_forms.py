"""Target forms: what rules find of goals and indicators is found again from facts, without the models of the audit."""

from collections.abc import Mapping

from great_expectations.expectations import Expectation

from expectations.expect import PUBLISHED_DOCUMENTS, no_rows
from expectations.steps import folded

_CLASSIFIED: Mapping[str, str] = {"classified": "select project_key from marts.dim_project where is_classified"}

_FIRST_LEVELS: Mapping[str, str] = {"output_missing": "1", "benefit_missing": "2"}
"""The rules that ask a form for indicators of a first level, each with the level's code."""

_NOT_ASKED = ("goal_missing", "indicators_missing", *_FIRST_LEVELS, "satisfaction_missing", "cost_missing")
"""The rules of which a classified project is free."""

_IS_USED = " or ".join(
    f"not exists (from seeds.audit_words where kind = 'placeholder' and word = {folded(text)})"
    for text in ("indicator_name", "coalesce(annual_target, cycle_target, '无')")
)
"""Not a row of the form in which neither a name nor a target is filled in."""

_TARGET_FORMS = """
    select * from marts.fct_goals
    semi join published_documents using (document_key)
    anti join marts.fct_execution using (document_key)
    anti join marts.fct_department_goals using (document_key)
"""
"""The projects of the documents that hold target forms alone: their results are of no other form."""

_PLANS = f"""
    select
        document_key, project_key,
        list(level1_code) filter (where {_IS_USED}) as levels
    from target_forms
    anti join classified using (project_key)
    inner join marts.fct_indicators using (document_key, project_key)
    inner join marts.dim_category using (category_key)
    group by all
"""
"""Of these projects, those with indicators, each with the first levels it has."""

_STANDARD = """
    select document_key, project_key from plans
    inner join marts.dim_project using (project_key)
    inner join seeds.audit_words on kind = 'standard_project' and regexp_matches(project_name, word)
    union all
    select document_key, project_key from plans
    inner join marts.dim_project using (project_key)
    semi join (
        from plans inner join marts.dim_project using (project_key)
        where list_contains(levels, '2')
    ) as with_benefits using (document_key, project_name)
"""
"""Of these, the projects of basic expenditure, whose indicators are handed down without benefits, and those of a name
that has benefits in another form of the document, that of all regions."""

_LEVELS_MISSING = "\nunion all\n".join(
    f"select '{rule}' as rule_code, document_key, project_key from plans"
    f"{' anti join standard using (document_key, project_key)' if level == '2' else ''} "
    f"where len(levels) > 0 and not list_has_any(levels, ['{level}', '9'])"
    for rule, level in _FIRST_LEVELS.items()
)

_SAID: Mapping[str, str] = {
    "said": """
        select document_key from published_documents
        inner join landing.sources on document_key = document_id
        where exists (
            from seeds.audit_words
            where kind in ('none_printed', 'none_noted') and regexp_matches(sources.text, word)
        )
    """
}
"""Documents that print — or 无 in a cell, or say what a blank one means: a row of theirs may say that it has none."""

TARGET_FORMS: tuple[Expectation, ...] = (
    no_rows(
        "forms_without_a_level_are_found",
        "marts.audit_rule_results",
        "A target form lacks outputs or benefits where none of its indicators is of that first level.",
        f"""
        with judged as (
            select rule_code, document_key, project_key from marts.audit_rule_results
            semi join plans using (document_key, project_key)
            where outcome = 'finding' and rule_code in {tuple(_FIRST_LEVELS)}
        ),

        due as (
            {_LEVELS_MISSING}
        )

        (from due anti join said using (document_key) except from judged) union all (from judged except from due)
        """,
        given={
            **PUBLISHED_DOCUMENTS,
            **_CLASSIFIED,
            **_SAID,
            "target_forms": _TARGET_FORMS,
            "plans": _PLANS,
            "standard": _STANDARD,
        },
    ),
    no_rows(
        "unchanged_goals_are_those_of_the_year_before",
        "marts.audit_rule_results",
        "A goal is unchanged where the only form of the project's family in the year before prints the same words.",
        """
        with goals as (
            select unit_key, project_family, year_key + 1 as next_year, any_value(annual_goal) as annual_goal
            from marts.fct_goals
            inner join marts.dim_project using (project_key, unit_key)
            semi join target_forms using (unit_key)
            group by all
            having count(*) = 1
        ),

        due as (
            select forms.document_key, forms.project_key from target_forms as forms
            inner join marts.dim_project as projects using (project_key)
            inner join goals
                on
                    forms.unit_key = goals.unit_key
                    and projects.project_family = goals.project_family
                    and forms.year_key = goals.next_year
                    and forms.annual_goal = goals.annual_goal
        ),

        judged as (
            select document_key, project_key from marts.audit_rule_results
            semi join target_forms using (document_key)
            where outcome = 'finding' and rule_code = 'goal_unchanged'
        )

        (from due except from judged) union all (from judged except from due)
        """,
        given={**PUBLISHED_DOCUMENTS, "target_forms": _TARGET_FORMS},
    ),
    no_rows(
        "classified_projects_are_not_asked",
        "marts.audit_rule_results",
        "A classified project prints neither goal nor indicators: no rule asks for them.",
        f"""
        select rule_code, document_key, project_key from marts.audit_rule_results
        semi join published_documents using (document_key)
        semi join classified using (project_key)
        where rule_code in {_NOT_ASKED}
        """,
        given={**PUBLISHED_DOCUMENTS, **_CLASSIFIED},
    ),
)
"""The suite ``target_forms``."""
