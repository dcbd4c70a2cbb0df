with judged as (
    select
        {{ subject_columns() }},
        annual_plain_unit = '%' or cycle_plain_unit = '%' as applies,
        not coalesce(is_growth_name, false)
        and (
            coalesce(
                annual_plain_unit = '%'
                and (
                    greatest(annual_value, coalesce(annual_upper_value, annual_value)) > threshold
                    or annual_value < 0 and annual_operator != 'between'
                ),
                false
            )
            or coalesce(
                cycle_plain_unit = '%'
                and (
                    greatest(cycle_value, coalesce(cycle_upper_value, cycle_value)) > threshold
                    or cycle_value < 0 and cycle_operator != 'between'
                ),
                false
            )
        ) as is_hit,
        {{ says('周期指标值“{cycle_target||—}”，年度指标值“{annual_target||—}”',
            'Cycle target “{cycle_target||—}”, annual target “{annual_target||—}”') }}
    from {{ subjects_of('percentage_out_of_range', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        (is_rate_name or is_satisfaction_name) and annual_is_quantitative as applies,
        -- 0.95 is a share as it stands
        coalesce(annual_plain_unit, '') = ''
        and annual_value != 0
        and annual_value not between 0 and 0.999999
        and not coalesce(annual_value = 1 and contains(annual_target, '1.0'), false) as is_hit,
        {{ says('比率类指标“{indicator_name}”的年度指标值为“{annual_target}”',
            'The rate “{indicator_name}” has the target “{annual_target}”, without %') }}
    from {{ subjects_of('rate_without_percent', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        (is_rate_name or is_satisfaction_name) and annual_is_quantitative and annual_unit is not null as applies,
        not regexp_matches(annual_unit, '^(%|‰|百分点|个百分点|成)')
        and not coalesce(is_satisfaction_name and regexp_matches(annual_unit, '^(分|星|颗星|级)'), false)
        and not contains(annual_unit, '/')
        and annual_value != 0 as is_hit,
        {{ says('比率类指标“{indicator_name}”的年度指标值为“{annual_target}”',
            'The rate “{indicator_name}” has the target “{annual_target}”') }}
    from {{ subjects_of('rate_in_other_unit', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        (is_rate_name or is_satisfaction_name) and annual_target is not null as applies,
        coalesce(is_rate_name and is_answer_word, false) or coalesce(is_no_satisfaction, false) as is_hit,
        {{ says('比率类指标“{indicator_name}”的年度指标值为“{annual_target}”',
            'The rate “{indicator_name}” has the target “{annual_target}”') }}
    from {{ subjects_of('rate_answered_yes', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        (is_count_name or coalesce(is_thing_in_percent, false))
        and annual_is_quantitative
        and not coalesce(is_growth_name, false) as applies,
        coalesce(annual_unit, '') = '%' as is_hit,
        {{ says('计数类指标“{indicator_name}”的年度指标值为“{annual_target}”',
            'The count “{indicator_name}” has the target “{annual_target}”') }}
    from {{ subjects_of('count_answered_by_rate', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        is_time_name and annual_is_quantitative as applies,
        coalesce(annual_unit, '') in ('%', '‰') as is_hit,
        {{ says('时间类指标“{indicator_name}”的年度指标值为“{annual_target}”',
            'The time “{indicator_name}” has the target “{annual_target}”') }}
    from {{ subjects_of('time_answered_by_rate', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        (level1_code = '4' or level2_code = '14')
        and annual_is_quantitative
        and not coalesce(is_rate_name or is_saving_name or is_entitlement_name, false) as applies,
        annual_operator in ('>=', '>') as is_hit,
        {{ says('成本指标“{indicator_name}”的年度指标值为“{annual_target}”',
            'The cost “{indicator_name}” has the target “{annual_target}”') }}
    from {{ subjects_of('cost_at_least', 'int_indicators_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
