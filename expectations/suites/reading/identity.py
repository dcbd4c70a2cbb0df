"""Whose a document is, of which year, and under which labels its indicators stand: read again from its own words."""

from collections.abc import Mapping, Sequence

from great_expectations.expectations import Expectation

from expectations.expect import no_rows
from expectations.steps import letters

_LEVEL1 = ["产出", "效益", "满意度", "成本"]
_LEVEL2 = ["数量", "质量", "时效", "经济效益", "社会效益", "生态效益", "可持续", "满意度", "经济成本", "社会成本"]

_BENEFITS = ["经济", "社会", "生态"]

_RANGE = "^[^0-9]*(20[0-9][0-9])年?度?[-~—–－～至到]+(20[0-9][0-9])([^0-9]|$)"
"""A range of years that is the first number of a name, written out."""

_BEHIND = "主管部门(及代码|名称|单位)?(公章|盖章)?"
_ORGANISATION = "[一-龥]{{2,30}}?(委员会|办公室|局|厅|总工会|联合会)"


def _worded(level: str, words: Sequence[str]) -> Mapping[str, str]:
    """The labels that indicators stand under, each with those of the words that its ``level`` holds."""
    return {
        "labels": """
            select distinct document_id, printed_level1, printed_level2, category_code from landing.indicators
            union
            select distinct document_id, printed_level1, printed_level2, category_code from landing.performance
        """,
        "words": f"select unnest({words}) as word",
        "worded": f"""
            select labels.*, list(word) as found from labels
            inner join words on contains({level}, word)
            group by all
        """,
    }


IDENTITY: tuple[Expectation, ...] = (
    no_rows(
        "categories_are_those_printed",
        "landing.indicators, landing.performance, marts.dim_category",
        "An indicator printed under 数量指标 is counted as one of quantity, and so for every label of the framework.",
        f"""
        select documents.file_name, worded.*, level2_name from worded
        inner join documents using (document_id)
        left join marts.dim_category on category_code = category_key
        where
            len(found) = 1
            and level2_code <> '90'
            and not contains(coalesce(level2_name, ''), found[1])
            -- 社会/经济效益: of no single one
            and not (level2_code = '20' and len(list_filter({_BENEFITS}, word -> contains(printed_level2, word))) > 1)
        """,
        given=_worded("printed_level2", _LEVEL2),
    ),
    no_rows(
        "indicators_keep_their_first_level",
        "landing.indicators, landing.performance, marts.dim_category",
        "An indicator printed under 效益指标 alone is one of benefit, whatever its second level is called.",
        f"""
        select documents.file_name, worded.*, level1_name from worded
        inner join documents using (document_id)
        left join marts.dim_category on category_code = category_key
        where
            len(found) = 1
            and coalesce(level1_name, '') <> '未识别'
            and not contains(coalesce(level1_name, ''), found[1])
            and not (found[1] = '产出' and level1_name = '成本指标')  -- costs were outputs until 2021
            and len(list_filter({_LEVEL1 + _LEVEL2}, word -> contains(coalesce(printed_level2, ''), word))) = 0
        """,
        given=_worded("printed_level1", _LEVEL1),
    ),
    no_rows(
        "documents_print_whose_they_are",
        "landing.documents",
        "Place (but that of a central body), department, year and unit of money said to be printed are in the text.",
        f"""
        select file_name, place_code, department_name, budget_year, money_unit from documents
        inner join landing.sources using (document_id)
        left join seeds.places using (place_code)
        where
            case
                when place_basis <> 'printed' or place_name = '中央' or contains(text, place_name) then false
                else not contains({letters("text")}, left(place_name, 2))
            end
            or case
                when department_basis <> 'printed' or contains(text, department_name) then false
                else not contains({letters("text")}, {letters("department_name")})
            end
            or year_basis = 'printed'
            and not contains(text, cast(budget_year as varchar))
            and regexp_matches(year_evidence, '20[0-9][0-9]')
            or money_unit_basis = 'printed'
            and regexp_matches(text, '单位[:：]?\\s*(万元|元)')
            and not regexp_matches(text, '单位[:：]?\\s*' || money_unit)
        """,
    ),
    no_rows(
        "a_unit_is_not_its_department",
        "landing.documents",
        "A document is that of the one department printed behind 主管部门, not of one of its units without own form.",
        f"""
        with behind as (
            select
                document_id, {letters("text")} as text, {letters("department_name")} as department,
                unnest(regexp_extract_all({letters("text")}, '{_BEHIND}({_ORGANISATION})', 3)) as printed
            from documents
            inner join landing.sources using (document_id)
            semi join landing.units
                on documents.document_id = units.document_id and documents.department_name = units.unit_name
            anti join landing.department_goals on documents.document_id = department_goals.document_id
            where department_basis = 'printed'
        )

        select documents.file_name, department, list(distinct printed) as printed from behind
        inner join documents using (document_id)
        group by all
        having
            count(distinct printed) = 1
            and not bool_or(contains(printed, department) or regexp_matches(text, '{_BEHIND}' || department))
        """,
    ),
    no_rows(
        "a_district_is_not_its_city",
        "landing.documents",
        "A department whose name holds that of one district or county is of this place, not of the city above.",
        """
        with named as (
            select documents.document_id, districts.place_code as district
            from documents
            inner join seeds.places as districts
                on
                    districts.level = 'county'
                    and length(districts.place_name) > 2
                    and contains(department_name, districts.place_name)
            inner join seeds.places as cities
                on districts.parent_code = cities.place_code and contains(department_name, cities.place_name)
            where place_basis = 'printed'
        )

        select documents.file_name, department_name, place_code, list(district) as districts from named
        inner join documents using (document_id)
        group by all
        having not list_contains(list(district), place_code)
        """,
    ),
    no_rows(
        "inferred_years_lie_in_every_range",
        "landing.documents, landing.projects",
        "A budget year that is not printed is the one year that the ranges of years in the names of projects share.",
        f"""
        with ranges as (
            select
                document_id,
                cast(regexp_extract(project_name, '{_RANGE}', 1) as integer) as first_year,
                cast(regexp_extract(project_name, '{_RANGE}', 2) as integer) as last_year
            from landing.projects
            inner join documents using (document_id)
            where year_basis = 'inferred' and regexp_matches(project_name, '{_RANGE}')
        )

        select documents.file_name, documents.budget_year, max(first_year) as first_year, min(last_year) as last_year
        from ranges
        inner join documents using (document_id)
        where last_year between first_year + 1 and first_year + 10
        group by all
        having budget_year not between max(first_year) and min(last_year)
        """,
    ),
)
"""The suite ``identity``."""
