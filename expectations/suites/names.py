"""Names: under which a department or unit was published, what its function is, and which projects belong together."""

from great_expectations.expectations import Expectation

from expectations.expect import CURRENT, PUBLISHED_DOCUMENTS, no_rows
from expectations.steps import PUBLISHED_PROJECTS, letters, organisation
from expectations.thresholds import seed

_FIRST_FITTING = "case {} end".format(
    " ".join(
        f"when regexp_matches({organisation('dim_department.department_name')}, '{row['pattern']}') "
        f"then '{row['function_code']}'"
        for row in sorted(seed("department_functions"), key=lambda row: int(row["priority"]))
    )
)
"""The function of a department by the patterns of the seed, each a literal: it is compiled once."""

_DEPARTMENTS = {
    **PUBLISHED_DOCUMENTS,
    "departments": "select distinct department_key from published_documents",
}

NAMES: tuple[Expectation, ...] = (
    no_rows(
        "names_of_departments_are_those_printed",
        "marts.department_names",
        "Every name under which a department published a document is listed, with the years in which it did.",
        """
        with printed as (
            select
                dim_document.department_key, current.department_name,
                list_sort(list(current.budget_year)) as years
            from current
            inner join marts.dim_document using (sha256)
            semi join departments using (department_key)
            group by all
        )

        select names.*, printed.years
        from (select * from marts.department_names semi join departments using (department_key)) as names
        full join printed using (department_key, department_name)
        left join marts.dim_department as official using (department_key)
        where
            names.documents is distinct from len(years)
            or first_budget_year <> years[1]
            or last_budget_year <> years[-1]
            or is_official <> (department_name = official.department_name)
        """,
        given={**CURRENT, **_DEPARTMENTS},
    ),
    no_rows(
        "names_of_units_are_those_printed",
        "marts.unit_names",
        "Every name printed over a project is listed as a name of its unit, its documents and years too.",
        """
        with printed as (
            select
                published_projects.unit_key,
                units.unit_name,
                count(distinct current.document_id) as documents,
                min(current.budget_year) as first_year,
                max(current.budget_year) as last_year
            from current
            inner join marts.dim_document using (sha256)
            semi join departments using (department_key)
            inner join landing.projects on current.document_id = projects.document_id
            inner join landing.units
                on projects.document_id = units.document_id and projects.unit_seq = units.unit_seq
            inner join published_projects
                on current.document_id * 100000 + projects.project_seq = published_projects.project_row
            group by all
        )

        select printed.*, names.* from printed
        left join marts.unit_names as names using (unit_key, unit_name)
        left join marts.dim_unit as official using (unit_key)
        where
            names.documents is null
            or names.documents < printed.documents
            or names.documents > (
                select count(distinct document_id) from landing.units as every where every.unit_name = printed.unit_name
            )
            or printed.first_year < first_budget_year
            or printed.last_year > last_budget_year
            or names.department_key is distinct from official.department_key
            or is_official <> (unit_name = official.unit_name)
        """,
        given={**CURRENT, **_DEPARTMENTS, **PUBLISHED_PROJECTS},
    ),
    no_rows(
        "functions_follow_from_the_names",
        "marts.dim_department, marts.unmapped_departments",
        "A department has the first function whose pattern its name fits, and is listed as unmapped where it has none.",
        f"""
        with fitting as (
            select
                dim_department.*,
                coalesce(
                    (
                        select min(function_code) from seeds.department_function_exceptions as exceptions
                        where
                            {letters("exceptions.department_name")} = {letters("dim_department.department_name")}
                            and exceptions.place_code = dim_department.place_code
                    ),
                    {_FIRST_FITTING},
                    'unknown'
                ) as fitting_code
            from marts.dim_department
            semi join departments using (department_key)
        ),

        money as (
            select department_key, sum(counted_wan) as facts_wan from marts.fct_funding
            semi join departments using (department_key)
            group by all
        )

        select fitting.*, unmapped.amount_wan from fitting
        left join marts.unmapped_departments as unmapped using (department_key)
        left join money using (department_key)
        where
            function_code <> fitting_code
            or (function_code = 'unknown') <> (unmapped.amount_wan is not null)
            or unmapped.amount_wan <> coalesce(facts_wan, 0)
            or unmapped.department_name <> fitting.department_name
            or unmapped.district_name <> fitting.district_name
        """,
        given=_DEPARTMENTS,
    ),
    no_rows(
        "classified_projects_are_marked",
        "marts.dim_project",
        "A project is classified 涉密 where its name, a goal or an indicator says so.",
        """
        with texts as (
            select project_key, concat_ws(' ', project_name, annual_goal, cycle_goal) as text from marts.fct_goals
            semi join published_documents using (document_key)
            inner join marts.dim_project using (project_key)
            union all
            select project_key, concat_ws(' ', indicator_name, cycle_target, annual_target) from marts.fct_indicators
            semi join published_documents using (document_key)
        )

        select dim_project.project_key, project_name, word from texts
        inner join seeds.classified_words on contains(text, word)
        inner join marts.dim_project using (project_key)
        where not is_classified
        """,
        given=PUBLISHED_DOCUMENTS,
    ),
    no_rows(
        "links_lead_from_project_to_project",
        "marts.project_links",
        "Both ends of a link are published projects of one department, and its evidence can be seen in them.",
        f"""
        select links.* from marts.project_links as links
        inner join published_documents on links.from_document_key = published_documents.document_key
        left join marts.dim_document as later on links.to_document_key = later.document_key
        left join published_projects as from_project on links.from_project_row = from_project.project_row
        left join published_projects as to_project on links.to_project_row = to_project.project_row
        left join marts.dim_project as one on links.from_project_key = one.project_key
        left join marts.dim_project as other on links.to_project_key = other.project_key
        where
            from_project.project_key is distinct from links.from_project_key
            or to_project.project_key is distinct from links.to_project_key
            or from_project.document_key is distinct from links.from_document_key
            or to_project.document_key is distinct from links.to_document_key
            or published_documents.department_key is distinct from later.department_key
            or links.from_year_key <> published_documents.year_key
            or links.to_year_key <> later.year_key
            or (published_documents.form = later.form) <> (links.from_year_key < links.to_year_key)
            or links.strength not between 0 and 1
            or evidence_kind = 'same_name' and (one.unit_key, {letters("one.project_name")})
            is distinct from (other.unit_key, {letters("other.project_name")})
            or evidence_kind <> 'same_indicators' and evidence_kind <> 'same_name_other_unit'
            and one.unit_key <> other.unit_key
            or evidence_kind = 'same_name_other_unit' and one.unit_key = other.unit_key
        """,
        given={**PUBLISHED_DOCUMENTS, **PUBLISHED_PROJECTS},
    ),
    no_rows(
        "same_names_are_linked",
        "marts.project_links",
        "A project that keeps unit, name and key from one year to the next is found again, as surely as any.",
        """
        with years as (
            select published_documents.department_key, form, document_key, year_key, unit_key, project_key
            from published_projects
            inner join published_documents using (document_key)
        )

        select earlier.document_key, earlier.project_key, later.document_key as later_document from years as earlier
        inner join years as later using (department_key, form, project_key)
        anti join marts.project_links as links
            on
                links.from_document_key = earlier.document_key
                and links.to_document_key = later.document_key
                and links.from_project_key = earlier.project_key
                and links.evidence_kind = 'same_name'
                and links.strength = 1
        where earlier.year_key + 1 = later.year_key
        """,
        given={**PUBLISHED_DOCUMENTS, **PUBLISHED_PROJECTS},
    ),
)
"""The suite ``names``."""
