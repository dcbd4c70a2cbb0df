"""Printed texts: what was read is read a second time, naively, from the characters that the document prints.

Each law holds for any form in any medium; it says less than a reader knows, and nothing that a reader may doubt.
"""

from collections.abc import Mapping

from great_expectations.expectations import Expectation

from expectations.expect import no_rows
from expectations.steps import folded

_QUOTED: Mapping[str, Mapping[str, str]] = {
    "units": {"unit_name": "char"},
    "projects": {"project_name": "char", "annual_goal": "annual_goal", "cycle_goal": "cycle_goal"},
    "funding": {"amount_printed": "char"},
    "funding_levels": {"amount_printed": "char"},
    "printed_totals": {"printed": "char"},
    "indicators": {"indicator_name": "name", "cycle_target": "cycle", "annual_target": "annual"},
    "attributes": {"value": "char"},
    "issues": {"printed": "char"},
    "evaluations": {"achieved_goal": "achieved_goal", "total_score_printed": "total_score"},
    "performance": {"indicator_name": "name", "target": "target", "actual": "actual"},
}
"""The printed columns of landing, each with the ``<name>`` of its place: ``<name>_start`` to ``<name>_end``."""

# but issues of what was not read, and units that no form prints, for which the department stands
_BUT: Mapping[str, str] = {"issues": " where code not in ('beside', 'hidden')", "units": " where is_printed"}
_PRINTED = "\nunion all\n".join(
    f"select '{table}.{column}' as field, document_id, line, {column} as printed, "
    f"{place}_start as span_start, {place}_end as span_end from landing.{table} "
    "inner join documents using (document_id)" + _BUT.get(table, "")
    for table, columns in _QUOTED.items()
    for column, place in columns.items()
)

_WINDOW = 2048
_STEP = 512

_EXCERPTS = f"""
    select document_id, step, substr(text, {_STEP} * step + 1, {_WINDOW}) as excerpt
    from (
        select document_id, text, unnest(range(0, length(text) // {_STEP} + 1)) as step from landing.sources
        inner join documents using (document_id)
    )
"""
"""Overlapping pieces of the texts: to look for a span in a piece costs the same in a document of any length."""

_WHITE = r"[\s\pZ\pC]"


def _bare(column: str) -> str:
    """The text of a column without white space, as SQL."""
    return f"regexp_replace({column}, '{_WHITE}', '', 'g')"


_AMOUNTS = """
    select document_id, line, amount_printed as printed, amount_wan from landing.funding where not is_repaired
    union all
    select document_id, line, midterm_amount_printed, midterm_amount_wan from landing.funding
    union all
    select document_id, line, amount_printed, amount_wan from landing.funding_levels
    union all
    select document_id, line, printed, amount_wan from landing.printed_totals where not is_repaired
    union all
    select document_id, line, budget_printed, budget_wan from landing.executions
    union all
    select document_id, line, adjusted_printed, adjusted_wan from landing.executions
    union all
    select document_id, line, executed_printed, executed_wan from landing.executions
"""

_TARGETS = "\nunion all\n".join(
    f"select document_id, line, {printed} as printed, {name}_operator as operator, {name}_value as value, "
    f"{name}_upper_value as upper_value, {name}_unit as unit, {name}_is_quantitative as is_quantitative "
    f"from landing.{table}"
    for table, printed, name in (
        ("indicators", "cycle_target", "cycle"),
        ("indicators", "annual_target", "annual"),
        ("indicator_progress", "to_date", "to_date"),
        ("indicator_progress", "expected", "expected"),
        ("performance", "target", "target"),
        ("performance", "actual", "actual"),
    )
)

_AT_LEAST = "[≥≧]|(不少于|不低于|不小于|大于等于|大于或等于|至少)[0-9]"
_AT_MOST = "[≤≦]|(不超过|不多于|不高于|不大于|小于等于|小于或等于|至多)[0-9]"

PRINTED: tuple[Expectation, ...] = (
    no_rows(
        "values_stand_where_they_are_said_to",
        "landing",
        "The characters in a value's place are the value, white space left out; a value in parts is made of them.",
        rf"""
        with placed as (
            select
                printed.*,
                substr(excerpts.excerpt, span_start % {_STEP} + 1, span_end - span_start) as standing
            from printed
            left join excerpts
                on printed.document_id = excerpts.document_id and printed.span_start // {_STEP} = excerpts.step
            where coalesce(span_end - span_start, 0) <= {_WINDOW - _STEP}
        )

        select documents.file_name, placed.* from placed
        inner join documents using (document_id)
        where
            (printed is null) <> (span_start is null) and not (field = 'funding.amount_printed' and printed is null)
            or case
                when field = 'funding.amount_printed' and contains(printed, ' + ') then false
                when field = 'attributes.value' and starts_with({_bare("printed")}, {_bare("standing")} || '；')
                    then false
                when printed = standing or regexp_matches(standing, '[<&]') then false
                when {_bare("printed")} = {_bare("standing")} then false
                else not regexp_matches(standing, '[\t\n\r\f]|  ')
                or translate({_bare("printed")}, standing, '') <> ''
            end
        """,
        given={"printed": _PRINTED, "excerpts": _EXCERPTS},
    ),
    no_rows(
        "amounts_are_the_numbers_printed",
        "landing.funding, landing.funding_levels, landing.printed_totals, landing.executions",
        "An amount that was not repaired is the number that is printed, in 万元.",
        f"""
        with plain as (
            select
                documents.file_name,
                amounts.*,
                documents.money_unit,
                documents.form,
                try_cast(replace(printed, ',', '') as decimal(18, 6)) as plain_number
            from amounts
            inner join documents using (document_id)
            where not contains(coalesce(printed, ''), ' + ')
        ),

        doubtful as (
            select *, {folded("printed")} as text from plain
            where
                case money_unit when '万元' then plain_number when '元' then plain_number / 10000 end
                is distinct from amount_wan
        ),

        reread as (
            select
                *,
                try_cast(regexp_extract(replace(text, ',', ''), '^[-+]?[0-9.]+') as decimal(38, 10)) as number,
                coalesce(nullif(regexp_extract(text, '[亿万千]?元$'), ''), money_unit) as unit
            from doubtful
        )

        select file_name, line, printed, amount_wan from reread
        where
            printed is null and amount_wan <> 0
            or printed is not null and amount_wan is not null
            and not list_bool_or(list_transform(
                case
                    when form <> 'list_table' then [1, 0.0001, 0.1, 10000]
                    when unit = '亿元' then [10000]
                    when unit = '千元' then [0.1]
                    when unit = '元' then [0.0001]
                    else [1]
                end,
                lambda factor: abs(coalesce(number, 1e18) * factor - amount_wan) < 0.000001
            ))
            or amount_wan is null and regexp_full_match(text, '[0-9]+([.][0-9][0-9])?') and length(text) < 12
        """,
        given={"amounts": _AMOUNTS},
    ),
    no_rows(
        "scores_and_rates_are_the_numbers_printed",
        "landing.evaluations, landing.executions",
        "A total score and a rate of execution are the number that is printed.",
        f"""
        with numbers as (
            select document_id, line, total_score as value, total_score_printed as printed from landing.evaluations
            union all
            select document_id, line, execution_rate, execution_rate_printed from landing.executions
        )

        select documents.file_name, numbers.* from numbers
        inner join documents using (document_id)
        where
            value is not null
            and value is distinct from try_cast(regexp_extract({folded("printed")}, '^-?[0-9.]+') as decimal(28, 8))
        """,
    ),
    no_rows(
        "quantities_are_the_numbers_printed",
        "landing.indicators, landing.performance",
        "Value, limit, unit and direction of a target are those of its own text, not of the one beside it.",
        f"""
        with distinct_targets as (
            select
                min((document_id, line)) as place,
                printed, operator, value, upper_value, unit, is_quantitative
            from targets
            semi join documents using (document_id)
            where printed is not null or operator is not null
            group by all
        ),

        texts as (
            select *, {folded("printed")} as text from distinct_targets
        ),

        numbered as (
            select
                *,
                list_transform(
                    regexp_extract_all(replace(text, ',', ''), '[0-9]*[.]?[0-9]+'),
                    lambda number: try_cast(number as decimal(38, 8))
                ) as numbers
            from texts
        )

        select documents.file_name, numbered.* from numbered
        inner join documents on numbered.place[1] = documents.document_id
        where
            is_quantitative is null
            or is_quantitative <> (operator is not null)
            or is_quantitative <> (value is not null)
            or coalesce(operator = 'between', false) <> (upper_value is not null)
            or is_quantitative
            and (
                abs(value) is distinct from numbers[1]
                or (value < 0) <> contains(regexp_extract(text, '[-±]?[0-9.]'), '-')
                and not contains(text, '±')
                or upper_value not in (numbers[1], numbers[2])
                or upper_value < value
                or len(numbers) > if(upper_value is null or value = -upper_value, 1, 2)
                or translate(unit, text, '') <> ''
                or regexp_matches(text, '[0-9][^0-9/]+/[^0-9/]+$') and not contains(coalesce(unit, ''), '/')
                or unit is distinct from '%' and regexp_matches(text, '^[^%]*[0-9]%$')
                or operator not in ('>=', 'between') and regexp_matches(text, '{_AT_LEAST}')
                or operator not in ('<=', 'between') and regexp_matches(text, '{_AT_MOST}')
                or operator not in ('>', 'between') and regexp_matches(text, '^>[0-9]')
                or operator not in ('<', 'between') and regexp_matches(text, '^<[0-9]')
                or operator = '=' and regexp_matches(text, '[0-9][^0-9]*(以上|以下|以内|左右)$')
                or operator <> '=' and regexp_full_match(text, '[0-9.,]+[%次个人份]?')
            )
            or not is_quantitative and regexp_full_match(text, '[≥≤]?[0-9]+([.][0-9][0-9]?)?[%次个人份]?')
            and length(text) < 12
        """,
        given={"targets": _TARGETS},
    ),
)
"""The suite ``printed``."""
