with judged as (
    select
        {{ subject_columns() }},
        printed_nature is not null
        and annual_target is not null
        and not coalesce(is_placeholder or annual_repeats_name, false) as applies,
        case
            when printed_nature = '定量'
                then not annual_is_quantitative and not regexp_matches(annual_text, '[0-9零全〇一二三四五六七八九十百]')
            when printed_nature = '定性'
                then annual_is_quantitative and (annual_operator in ('>=', '<=', '>', '<') or annual_unit != '')
            -- more of it is better, yet only a limit is set; a name that is known to be so raises it itself
            when printed_nature = '正向'
                then
                    annual_operator in ('<=', '<')
                    -- a day to be done by, in words or as a number
                    and not coalesce(level2_code = '13' or is_time_name, false)
                    and not coalesce(
                        is_at_least_name or is_adverse_name or is_absence_name or is_at_most_name or is_done_name, false
                    )
            else false
        end as is_hit,
        {{ says('指标“{indicator_name}”标为“{printed_nature}”，指标值为“{annual_target}”',
            'Indicator “{indicator_name}” is marked “{printed_nature}”, its target is “{annual_target}”') }}
    from {{ subjects_of('nature_not_target', 'int_indicators_natured') }}
    union all
    select
        {{ subject_columns() }},
        annual_is_quantitative
        and annual_unit = '%'
        and coalesce(annual_operator, '=') in ('>=', '>', '=')
        -- what is had by all or nearly all; the part of something may be small
        and (
            is_satisfaction_name
            or is_share_name and not regexp_matches(name_text, {{ audit_pattern('small_share') }})
        ) as applies,
        annual_value > 0 and annual_value <= threshold as is_hit,
        {{ says('指标“{indicator_name}”的指标值为“{annual_target}”，疑为小数误作百分数（{(annual_value * 100)|2}%）',
            'The target of “{indicator_name}” is “{annual_target}”, perhaps a decimal taken for a percentage ' ~
            '({(annual_value * 100)|2}%)') }}
    from {{ subjects_of('decimal_as_percent', 'int_indicators_natured') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
