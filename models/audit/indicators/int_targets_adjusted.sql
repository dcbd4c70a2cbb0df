with notes as (
    {{ printed_of_indicators(['note']) }}
),

-- 年初指标值：12 beside an adjusted target of ≥10条
initial as (
    select
        subject_key,
        regexp_extract(note, '年初[^；：]{0,6}值：([^；]+)', 1) as initial_target
    from notes
    where note is not null
),

valued as (
    select
        initial.subject_key,
        initial.initial_target,
        indicators.annual_operator,
        indicators.annual_value,
        try_cast(
            replace(regexp_extract(initial.initial_target, '[0-9][0-9,]*(?:[.][0-9]+)?'), ',', '') as decimal(28, 8)
        ) as initial_value
    from initial
    inner join {{ ref('int_indicators_united') }} as indicators on initial.subject_key = indicators.subject_key
    where
        indicators.annual_is_quantitative
        and (
            regexp_full_match(initial.initial_target, '[0-9][0-9,]*([.][0-9]+)?')
            or {{ number_left_out('initial.initial_target') }} = {{ number_left_out('indicators.annual_target') }}
        )
)

select
    subject_key,
    initial_target,
    case when annual_operator in ('=', '>=', '>') then annual_value / nullif(initial_value, 0) end as kept_share,
    case
        when annual_operator in ('=', '>=', '>') then annual_value < initial_value
        when annual_operator in ('<=', '<') then annual_value > initial_value
    end as is_lowered
from valued
where initial_value is not null
