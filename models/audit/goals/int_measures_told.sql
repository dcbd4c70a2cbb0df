with numbers as (
    select distinct
        form_key,
        said_value,
        left(unit_words, 1) as unit_letter
    from {{ ref('int_numbers_said') }}
    where said_in = 'goal'
),

indicators as (
    select
        subject_key,
        form_key,
        {{ name_key('indicator_name') }} as name_text,
        {{ name_key("concat_ws('。', indicator_name, cycle_target, annual_target)") }} as whole_text,
        annual_value * {{ large_number('annual_unit') }} as target_value,
        {{ counted_unit('annual_unit') }} as unit_text
    from {{ ref('int_indicators_united') }}
),

-- whether a number of the goal is the target itself
measured as (
    select
        indicators.form_key,
        indicators.name_text,
        indicators.whole_text,
        indicators.target_value,
        indicators.unit_text,
        numbers.form_key is not null as is_told,
        regexp_matches(indicators.name_text, {{ audit_pattern('cost_name') }})
        or regexp_matches(indicators.name_text, {{ audit_pattern('unit_cost_name') }})
        -- 文物保护机构满意度 measures no area that is protected
        or regexp_matches(indicators.name_text, {{ audit_pattern('satisfaction_name') }}) as counts_nothing
    from indicators
    left join numbers
        on
            indicators.form_key = numbers.form_key
            and indicators.target_value = numbers.said_value
            and left(indicators.unit_text, 1) = numbers.unit_letter
)

select
    *,
    {{ quantity_kind('unit_text', 'unit') }} as unit_kind
from measured
