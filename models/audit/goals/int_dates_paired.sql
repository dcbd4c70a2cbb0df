{%- set day = '^(20[0-9]{2})[年./-]?([01]?[0-9])[月./-]?([0-3]?[0-9])?日?$' -%}
-- the day on which a project begins and that on which it ends, each in a cell of its own
with dates as (
    select
        document_key,
        project_key,
        value,
        {{ name_key('value') }} as date_text,
        regexp_full_match({{ name_key('attribute') }}, {{ audit_pattern('start_label') }})
        or regexp_matches({{ name_key('attribute') }}, '起止') as is_start,
        regexp_full_match({{ name_key('attribute') }}, {{ audit_pattern('end_label') }}) as is_end
    from ({{ touched('project_attributes') }}) as attributes
),

numbered as (
    select
        *,
        regexp_extract(date_text, '{{ day }}', 1)
        || lpad(regexp_extract(date_text, '{{ day }}', 2), 2, '0')
        || lpad(nullif(regexp_extract(date_text, '{{ day }}', 3), ''), 2, '0') as day_key
    from dates
    where (is_start or is_end) and regexp_matches(date_text, '{{ day }}')
)

select
    document_key,
    project_key,
    max(case when is_start then value end) as start_printed,
    max(case when is_end then value end) as end_printed,
    max(case when is_start then day_key end) as start_day,
    max(case when is_end then day_key end) as end_day
from numbered
group by document_key, project_key
having
    count(case when is_start then 1 end) = 1
    and count(case when is_end then 1 end) = 1
