with judged as (
    select
        {{ subject_columns() }},
        level1_code = '2' and annual_is_quantitative and coalesce(annual_unit, '') not in ('', '%') as applies,
        regexp_matches(name_text, {{ audit_pattern('output_name') }})
        and coalesce(unit_kind, '') != 'times'
        and not regexp_matches(name_text, {{ audit_pattern('public_activity') }}) as is_hit,
        {{ says('“{indicator_name}”（{annual_target}）列在“{level_label}”下，是产出数量，不是效益',
            '“{indicator_name}” ({annual_target}) stands under “{level_label}” and counts output, no benefit') }}
    from {{ subjects_of('output_under_benefit', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        level2_code in ('12', '13')
        and annual_is_quantitative
        and coalesce(annual_unit, '') not in ('', '%') as applies,
        regexp_matches(name_text, {{ audit_pattern('plain_count_name') }})
        and not regexp_matches(name_text, {{ audit_pattern('not_plain_count') }})
        -- how often is a matter of time, too
        and not (level2_code = '13' and regexp_matches(name_text, '(次数|频次)([(].*)?$'))
        and annual_value > 1
        and coalesce(annual_operator, '') in ('=', '>=', '>') as is_hit,
        {{ says('“{indicator_name}”（{annual_target}）列在“{level_label}”下，是数量指标',
            '“{indicator_name}” ({annual_target}) stands under “{level_label}” and is a quantity') }}
    from {{ subjects_of('quantity_elsewhere', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        level2_code = '11' and annual_wan > 0 as applies,
        abs(annual_wan - amount_wan) <= threshold
        and regexp_matches(name_text, {{ audit_pattern('money_thing') }}) as is_hit,
        {{ says('数量指标“{indicator_name}”的指标值“{annual_target}”就是项目资金，不是工作量',
            'The quantity “{indicator_name}”, “{annual_target}”, is the money of the project, no work') }}
    from {{ subjects_of('money_as_quantity', 'int_indicators_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
