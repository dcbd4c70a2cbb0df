"""Keys: every row stands under the city, department, unit, project and year that its document prints."""

from great_expectations.expectations import Expectation

from expectations.expect import PUBLISHED_DOCUMENTS, no_rows, same_rows
from expectations.steps import PLACES, PUBLISHED_PROJECTS, body, letters, listed, organisation

_PROJECT_ROWS = {
    "fct_funding": "funding_key // 10",
    "fct_funding_levels": "funding_level_key // 10000",
    "fct_indicators": "indicator_key // 10000",
    "fct_goals": "goal_key",
    "fct_execution": "execution_key",
    "fct_execution_by_source": "execution_by_source_key // 10",
    "fct_performance": "performance_key // 10000",
    "fct_progress": "progress_key // 10000",
}
"""What the keys of the facts say of the project that a row was read under."""

_KEYS = ("document_key", "city_key", "department_key", "unit_key", "project_key", "year_key")

_FACTS = "\nunion all\n".join(
    f"select distinct '{fact}' as fact, {project_row} as project_row, {listed('marts.' + fact, _KEYS)} "
    f"from marts.{fact} inner join published_documents using (document_key)"
    for fact, project_row in _PROJECT_ROWS.items()
)

_LANDED = """
    select
        documents.document_id * 100000 + projects.project_seq as project_row,
        documents.document_id,
        documents.file_name,
        documents.city_code,
        documents.place_code,
        documents.department_name,
        documents.budget_year,
        units.unit_name,
        projects.project_name
    from documents
    inner join landing.projects using (document_id)
    left join landing.units using (document_id, unit_seq)
"""

_RENAMED = f"""
    select distinct
        {organisation("alias")} as alias,
        {organisation("official_name")} as official,
        valid_from_year,
        valid_to_year
    from seeds.name_aliases
"""
"""Former names and those under which they are kept; a name that stands for them may have the place in front."""

_DIMENSIONS = {
    "dim_department": ("city_key", "district_name", "department_name"),
    "dim_unit": ("department_key", "unit_name"),
    "dim_project": ("unit_key", "project_name", "occurrence"),
    "dim_document": ("sha256",),
    "dim_city": ("city_code",),
    "dim_year": ("budget_year",),
}

_REPEATED = "\nunion all\n".join(
    f"select '{dimension}' as dimension, concat_ws(' ', {', '.join(columns)}) as entry, count(*) as keys "
    f"from marts.{dimension} group by {', '.join(columns)} having count(*) > 1"
    for dimension, columns in _DIMENSIONS.items()
)

_DESCRIBED = (
    *("file_name", "form", "layout", "title", "place_code", "place_basis", "department_basis", "year_basis"),
    *("year_evidence", "money_unit", "money_unit_basis", "printed_total_wan", "url", "published_on", "pages", "lines"),
    *("page_url", "page_title", "fetched_at"),
    *("characters", "field_characters", "label_characters", "layout_characters", "not_understood_characters"),
    *("parser_version", "batch_id"),
)


def _itself(department: str) -> str:
    """The name of a department without its places, and without what says that it is the department itself: 本级."""
    return f"regexp_replace({body(department)}, '(本级|机关|部门|本部)$', '')"


KEYS: tuple[Expectation, ...] = (
    same_rows(
        "documents_are_described",
        "marts.dim_document",
        "What is said of a document is what was read: its title, place, year, unit of money, pages and characters.",
        f"""
        select
            documents.sha256, documents.document_id, cast(documents.city_code as bigint) as city_key,
            documents.budget_year as year_key, {listed("documents", _DESCRIBED)},
            documents.characters - documents.not_understood_characters as characters_understood
        from documents
        """,
        f"""
        select sha256, document_key, city_key, year_key, {listed("published_documents", _DESCRIBED)},
            characters_understood
        from published_documents
        """,
    ),
    no_rows(
        "facts_carry_the_keys_of_their_project",
        "marts.fct_*",
        "City, department, unit, project and year of a row are those of the project that it was read under.",
        f"""
        select landed.file_name, facts.* from facts
        left join landed using (project_row)
        left join marts.dim_city using (city_key)
        left join marts.dim_department using (department_key)
        left join marts.dim_unit using (unit_key)
        left join marts.dim_project using (project_key)
        left join marts.dim_year using (year_key)
        left join published_documents using (document_key)
        where
            landed.document_id is distinct from facts.document_key
            or landed.city_code is distinct from dim_city.city_code
            or landed.budget_year is distinct from dim_year.budget_year
            or published_documents.department_key is distinct from facts.department_key
            or dim_department.city_key is distinct from facts.city_key
            or dim_department.place_code is distinct from landed.place_code
            or dim_unit.department_key is distinct from facts.department_key
            or dim_project.unit_key is distinct from facts.unit_key
            or {letters("landed.project_name")} is distinct from {letters("dim_project.project_name")}
        """,
        given={**PUBLISHED_DOCUMENTS, "landed": _LANDED, "facts": _FACTS},
    ),
    no_rows(
        "units_and_departments_bear_their_names",
        "marts.dim_unit, marts.dim_department",
        "A row stands under the department, the district and the unit that are printed, or under their later names.",
        f"""
        with printed as (
            select
                landed.file_name, landed.budget_year, landed.place_code, landed.city_code,
                dim_department.district_name,
                unnest(['department', 'unit']) as kind,
                unnest([{_itself("landed.department_name")}, {body("landed.unit_name")}]) as printed_name,
                unnest([
                    {_itself("dim_department.department_name")}, {body("dim_unit.unit_name")}
                ]) as official_name
            from landed
            inner join placed using (document_id)
            inner join published_projects using (project_row)
            left join marts.dim_unit using (unit_key)
            left join marts.dim_department using (department_key)
        ),

        named as (
            select distinct * from printed
        )

        select named.* from named
        left join seeds.places as place using (place_code)
        where
            named.district_name is distinct from case when place_code <> city_code then place.place_name end
            or named.official_name is null
            or named.printed_name <> named.official_name
            and not exists (
                select 1 from renamed
                where
                    ends_with(named.printed_name, renamed.alias)
                    and ends_with(named.official_name, renamed.official)
                    and named.budget_year between renamed.valid_from_year and renamed.valid_to_year
            )
        """,
        given={**PUBLISHED_PROJECTS, **PLACES, "landed": _LANDED, "renamed": _RENAMED},
    ),
    no_rows(
        "names_have_one_key",
        "marts.dim_*",
        "A department, unit or project that has two keys is counted as two, and its years cannot be compared.",
        "select * from repeated",
        given={"repeated": _REPEATED},
    ),
    no_rows(
        "projects_of_a_document_are_told_apart",
        "marts.fct_goals, marts.fct_execution",
        "Two projects of one document never share a key, and those of one name keep the order in which they stand.",
        """
        with projects as (
            select document_key, project_key, project_row, unit_key, project_name, occurrence from published_projects
            semi join published_documents using (document_key)
            left join marts.dim_project using (project_key, unit_key)
        )

        select *, 'one key' as what from projects
        qualify count(*) over (partition by document_key, project_key) > 1
        union all
        select *, 'not in order' from projects
        qualify occurrence <= lag(occurrence) over (
            partition by document_key, unit_key, project_name order by project_row
        )
        """,
        given={**PUBLISHED_DOCUMENTS, **PUBLISHED_PROJECTS},
    ),
    no_rows(
        "dimensions_say_what_their_keys_are",
        "marts.dim_*",
        "Keys of categories, sources, cities and years are codes of the national lists; their names belong to them.",
        """
        select 'dim_funding_source' as dimension, funding_source_key as entry from marts.dim_funding_source
        where
            (funding_source_key, funding_source_code, funding_source_name) not in (
                (1, 'fiscal', '财政拨款'), (2, 'special_account', '财政专户拨款'), (3, 'other', '其他资金')
            )
        union all
        select 'dim_category', category_key from marts.dim_category
        where
            category_key <> cast(level2_code as bigint)
            or category_key // 10 <> cast(level1_code as bigint)
            or not contains(
                level1_name, ['产出', '效益', '满意度', '成本', '', '', '', '', '未识别'][cast(level1_code as bigint)]
            )
        union all
        select 'dim_city', city_key from marts.dim_city
        left join seeds.places as city on dim_city.city_code = city.place_code
        left join seeds.places as province on left(dim_city.city_code, 2) || '0000' = province.place_code
        where
            city_key <> cast(city_code as bigint)
            or city_name is distinct from city.place_name
            or province_name is distinct from province.place_name
        union all
        select 'dim_year', year_key from marts.dim_year
        left join seeds.five_year_plans on (budget_year + 4) // 5 * 5 = last_year
        where
            year_key <> budget_year
            or dim_year.plan_name is distinct from five_year_plans.plan_name
            or first_year + 4 <> last_year
        """,
    ),
)
"""The suite ``keys``."""
