{%- set day = '20[0-9]{2}[年./-][0-9]{0,2}月?' -%}
-- the steps of a project, each with its time, in cells below each other or in words
with schedules as (
    select
        document_key,
        project_key,
        {{ name_key('value') }} as said
    from ({{ touched('project_attributes') }}) as attributes
    where
        regexp_matches({{ name_key('attribute') }}, {{ audit_pattern('schedule_label') }})
        and (
            regexp_matches({{ name_key('value') }}, '^{{ day }}[^;]*;')
            or regexp_matches({{ name_key('attribute') }}, '(计划|安排)$')
        )
        -- what is left to do when a project is over
        and not regexp_matches({{ name_key('value') }}, {{ audit_pattern('after_the_project') }})
),

days as (
    select
        document_key,
        project_key,
        unnest(regexp_extract_all(said, '{{ day }}')) as day_text
    from schedules
)

select
    document_key,
    project_key,
    max(cast(left(day_text, 4) as bigint)) as schedule_end_year,
    max(day_text) as schedule_end
from days
group by document_key, project_key
