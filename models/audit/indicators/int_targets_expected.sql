with progress as (
    {{ touched('fct_progress') }}
)

-- an earlier month is no less
select
    progress.indicator_key as subject_key,
    progress.expected as expected_text,
    progress.expected_value < indicators.annual_value as is_expected_below
from progress
inner join {{ ref('int_indicators_united') }} as indicators on progress.indicator_key = indicators.subject_key
where
    indicators.annual_operator in ('=', '>=', '>')
    and indicators.annual_value is not null
    and progress.expected_value is not null
    and coalesce(progress.expected_unit, '') = coalesce(indicators.annual_unit, '')
    and not regexp_matches(coalesce(indicators.annual_unit, ''), '^[年月日号]')
