{%- set month = '20[0-9]{2}[年./-]?[01]?[0-9]?' -%}
{%- set month_of = '^20[0-9]{2}[年./-]?([01]?[0-9])$' -%}
-- how long a project lasts: from a month of one year to one of another, or a number of years
with paired as (
    select * from {{ ref('int_dates_paired') }}
),

periods as (
    select
        document_key,
        project_key,
        value as period_text,
        regexp_full_match({{ name_key('value') }}, '[1一]个?年度?') as is_of_one_year,
        regexp_extract({{ name_key('value') }}, '{{ month }}') as start_text,
        regexp_extract({{ name_key('value') }}, '20[0-9]{2}.*?[^0-9]({{ month }})', 1) as end_text
    from ({{ touched('project_attributes') }}) as attributes
    where
        regexp_matches({{ name_key('attribute') }}, {{ audit_pattern('period_label') }})
        and not regexp_matches({{ name_key('attribute') }}, {{ audit_pattern('no_period_label') }})
        and (
            regexp_full_match({{ name_key('value') }}, '[1一]个?年度?')
            or array_length(regexp_extract_all({{ name_key('value') }}, '20[0-9]{2}')) = 2
            and not regexp_matches({{ name_key('value') }}, '[;(]')
        )
    union all
    select
        document_key,
        project_key,
        start_printed || '至' || end_printed as period_text,
        false as is_of_one_year,
        regexp_extract({{ name_key('start_printed') }}, '{{ month }}') as start_text,
        regexp_extract({{ name_key('end_printed') }}, '{{ month }}') as end_text
    from paired
),

numbered as (
    select
        document_key,
        project_key,
        period_text,
        is_of_one_year,
        start_text,
        end_text,
        try_cast(left(start_text, 4) as bigint) as start_year,
        try_cast(left(end_text, 4) as bigint) as end_year,
        try_cast(nullif(regexp_extract(start_text, '{{ month_of }}', 1), '') as bigint) as start_month,
        try_cast(nullif(regexp_extract(end_text, '{{ month_of }}', 1), '') as bigint) as end_month
    from periods
)

select
    numbered.document_key,
    numbered.project_key,
    min(numbered.period_text) as period_text,
    min(numbered.start_text) as start_text,
    min(numbered.end_text) as end_text,
    min(numbered.start_year) as start_year,
    min(numbered.end_year) as end_year,
    bool_or(numbered.is_of_one_year) as is_of_one_year,
    bool_or(
        numbered.end_year < numbered.start_year
        or numbered.end_year = numbered.start_year and coalesce(numbered.end_month < numbered.start_month, false)
        or coalesce(paired.end_day < paired.start_day, false)
    ) as ends_before_it_begins
from numbered
left join paired on numbered.document_key = paired.document_key and numbered.project_key = paired.project_key
group by numbered.document_key, numbered.project_key
having count(*) = 1
