with scores as (
    select
        subject_key,
        {{ name_key('actual') }} as actual_text,
        case when actual_is_quantitative then {{ percent_unit('actual_unit') }} end as actual_unit
    from {{ ref('int_scores_united') }}
),

indicators as (
    select * from {{ ref('int_indicators_described') }}
),

units as (
    select
        scores.*,
        indicators.name_text,
        case when indicators.annual_is_quantitative then indicators.annual_unit end as target_unit,
        indicators.unit_kind,
        {{ counted_unit('indicators.annual_unit') }} as target_counted,
        {{ counted_unit('scores.actual_unit') }} as actual_counted
    from scores
    inner join indicators on scores.subject_key = indicators.subject_key
),

described as (
    select
        subject_key,
        regexp_full_match(actual_text, {{ audit_pattern('met_word') }})
        or regexp_full_match(actual_text, {{ audit_pattern('answer') }}) as is_met_word,
        -- 显著提升 in the place of a rate
        length(actual_text) <= 8
        and regexp_matches(actual_text, {{ audit_pattern('vague') }})
        and not regexp_matches(actual_text, '[0-9一二三四五六七八九十百%]') as is_vague_word,
        regexp_matches(name_text, {{ audit_pattern('execution_name') }}) as is_execution_name,
        case when target_unit in ('%', '‰') then 'share' when target_unit is not null then unit_kind end as target_kind,
        case
            when actual_unit in ('%', '‰') then 'share' else {{ quantity_kind('actual_counted', 'unit') }}
        end as actual_kind,
        regexp_full_match(target_counted, {{ audit_pattern('any_thing') }})
        or regexp_full_match(actual_counted, {{ audit_pattern('any_thing') }}) as is_any_thing,
        case
            when not coalesce(regexp_matches(name_text, {{ audit_pattern('horizon_name') }}), false)
                then
                    try_cast(
                        nullif(regexp_extract(actual_text, {{ audit_pattern('date_done') }}, 1), '') as bigint
                    )
        end as actual_year
    from units
)

select * from described
