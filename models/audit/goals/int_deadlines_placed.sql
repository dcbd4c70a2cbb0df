{%- set month = '(20[0-9]{2})[年./-]([0-9]{1,2})' -%}
-- a period from a month to a month
with periods as (
    select
        document_key,
        project_key,
        period_text,
        try_cast(left(start_text, 4) as bigint) as start_year,
        try_cast(left(end_text, 4) as bigint) as end_year,
        12 * try_cast(regexp_extract(start_text, '{{ month }}', 1) as bigint)
        + try_cast(regexp_extract(start_text, '{{ month }}', 2) as bigint) as start_month,
        12 * try_cast(regexp_extract(end_text, '{{ month }}', 1) as bigint)
        + try_cast(regexp_extract(end_text, '{{ month }}', 2) as bigint) as end_month
    from {{ ref('int_periods_read') }}
    where
        regexp_matches(start_text, '{{ month }}')
        and regexp_matches(end_text, '{{ month }}')
        and not coalesce(ends_before_it_begins, false)
),

-- a deadline within the years of its project, in a month that is not
dated as (
    select
        described.subject_key,
        periods.period_text,
        described.target_year between periods.start_year and periods.end_year as is_of_its_years,
        periods.start_month,
        periods.end_month,
        12 * described.target_year
        + try_cast(regexp_extract(described.annual_text, '{{ month }}', 2) as bigint) as target_month
    from {{ ref('int_indicators_described') }} as described
    inner join {{ ref('int_forms_united') }} as forms on described.form_key = forms.form_key
    inner join periods on forms.document_key = periods.document_key and forms.project_key = periods.project_key
    where
        described.target_year is not null
        and regexp_matches(described.annual_text, '{{ month }}')
        and not regexp_matches(described.name_text, {{ audit_pattern('deadline_of_other') }})
)

select
    subject_key,
    period_text,
    target_month not between start_month and end_month as is_outside_months
from dated
-- other years are raised themselves
where start_month <= end_month and is_of_its_years
