-- 9.8万人次 and 98000人次 are compared in 人次
with scaled as (
    select
        * exclude (target_value, target_upper_value, actual_value, target_unit, actual_unit),
        -- ≤4200元 and 4200万元: the unit is a slip
        target_value = actual_value
        and {{ large_number('target_unit') }} != {{ large_number('coalesce(actual_unit, target_unit)') }}
            as is_unit_slip,
        {{ counted_unit('target_unit') }} as target_unit,
        {{ counted_unit('actual_unit') }} as actual_unit,
        target_value * {{ large_number('coalesce(target_unit, actual_unit)') }} as target_value,
        target_upper_value * {{ large_number('coalesce(target_unit, actual_unit)') }} as target_upper_value,
        actual_value * {{ large_number('coalesce(actual_unit, target_unit)') }}
        * {{ sign_in_words('actual', 'target', 'indicator_name') }} as actual_value
    from {{ ref('int_performance_united') }}
),

performance as (
    select
        *,
        rtrim({{ name_key('target') }}, '。.') as target_text,
        regexp_replace(rtrim({{ name_key('target') }}, '。.'), '^(≤|<=)', '') as due_text,
        rtrim({{ name_key('actual') }}, '。.') as actual_text
    from scaled
),

categories as (
    select * from {{ ref('indicator_categories') }}
),

-- a bare number says no direction: costs, complaints and accidents should stay below it, durations may go either way
directed as (
    select
        performance.*,
        performance.target_is_quantitative
        and performance.actual_is_quantitative
        and performance.actual_upper_value is null
        and not coalesce(performance.is_unit_slip, false)
        -- -8% of a fall: the sign may be that of the fall
        and not coalesce(
            performance.actual_value < 0
            and performance.target_value > 0
            and not (regexp_matches(performance.actual_text, {{ audit_pattern('rise_in_words') }}))
            and (regexp_matches({{ name_key('performance.indicator_name') }}, {{ audit_pattern('fall_name') }})), false
        )
        and coalesce(performance.target_unit, performance.actual_unit, '')
        = coalesce(performance.actual_unit, performance.target_unit, '')
        and not (
            coalesce(performance.target_unit, '') != coalesce(performance.actual_unit, '')
            and '%' in (performance.target_unit, performance.actual_unit)
            and least(performance.target_value, performance.actual_value) <= 1
        ) as is_comparable,
        case
            when performance.target_operator in ('>=', '>') then 'at_least'
            when performance.target_operator in ('<=', '<') then 'at_most'
            when performance.target_operator != '=' then null
            when performance.direction is not null then performance.direction
            when regexp_matches({{ name_key('performance.indicator_name') }}, {{ audit_pattern('lowered_name') }})
                then 'at_least'
            when regexp_matches({{ name_key('performance.indicator_name') }}, {{ audit_pattern('handled_name') }})
                then 'at_least'
            when categories.level1_code = '4' or categories.level2_code = '14' then 'at_most'
            when regexp_matches({{ name_key('performance.indicator_name') }}, {{ audit_pattern('adverse_name') }})
                then 'at_most'
            when categories.level2_code = '13' and coalesce(performance.target_unit, '') != '%' then null
            else 'at_least'
        end as read_direction,
        {{ day_named('performance.due_text', 31) }} as due_day,
        {{ day_named('performance.actual_text', 1) }} as first_done_day,
        {{ day_named('performance.actual_text', 31) }} as last_done_day,
        regexp_matches(performance.actual_text, {{ audit_pattern('unmet_word') }}) as says_unmet,
        regexp_full_match(performance.actual_text, {{ audit_pattern('met_word') }}) as says_met
    from performance
    inner join categories on performance.category_code = categories.category_code
),

judged as (
    select
        indicator_row_key,
        read_direction,
        case
            when target_text = actual_text then true
            when is_comparable and target_operator = 'between'
                then actual_value between target_value and target_upper_value
            when is_comparable and target_operator = '>' then actual_value > target_value
            when is_comparable and target_operator = '<' then actual_value < target_value
            when is_comparable and actual_value = target_value then true
            when is_comparable and read_direction = 'at_least' then actual_value > target_value
            when is_comparable and read_direction = 'at_most' then actual_value < target_value
            when target_text is null or (target_is_quantitative and actual_is_quantitative) then null
            -- days of one year, or both without a year
            when (due_day < 10000) = (first_done_day < 10000) and last_done_day <= due_day then true
            when (due_day < 10000) = (first_done_day < 10000) and first_done_day > due_day then false
            when says_unmet then false
            when says_met then true
        end as target_met
    from directed
)

select * from judged
