with indicators as (
    select * from {{ ref('int_indicators_audited') }}
),

forms as (
    select
        form_key,
        project_name
    from {{ ref('int_projects_audited') }}
)

select
    indicators.*,
    nullif(
        regexp_extract('；' || coalesce(indicators.note, '') || '；', '；(定量|定性|正向)(?:指标)?；', 1), ''
    ) as printed_nature,
    forms.project_name,
    said.promise_words,
    beside.unit_beside,
    -- what is begun, owed or compared is of an earlier year
    case
        when not regexp_matches(indicators.name_text, {{ audit_pattern('of_earlier_year') }})
            then try_cast(nullif(regexp_extract(indicators.name_text, '(20[0-9]{2})年', 1), '') as bigint)
    end as named_year
from indicators
left join forms on indicators.form_key = forms.form_key
left join {{ ref('int_targets_said') }} as said on indicators.subject_key = said.subject_key
left join {{ ref('int_units_beside') }} as beside on indicators.subject_key = beside.subject_key
order by indicators.subject_key
