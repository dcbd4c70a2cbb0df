with judged as (
    select
        {{ subject_columns() }},
        name_kind is not null and unit_kind is not null and annual_is_quantitative as applies,
        case
            when name_kind = 'things' then unit_kind = 'money'
            -- 巡查次数 365天, 检查批次 480家: how often is told by more than one unit
            when name_kind in ('people', 'times') then unit_kind not in ('people', 'times', 'time', 'things')
            else name_kind != unit_kind and not (name_kind = 'time' and unit_kind = 'times')
        end as is_hit,
        {{ says('指标“{indicator_name}”的年度指标值为“{annual_target}”，单位与所计事物不符',
            'Indicator “{indicator_name}” has the target “{annual_target}”: the unit does not fit what is counted') }}
    from {{ subjects_of('unit_of_other_kind', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        annual_is_quantitative
        and (
            is_at_least_name and annual_plain_unit = '%'
            or coalesce(is_at_most_name, false)
            or coalesce(is_against_goal, false)
        ) as applies,
        coalesce(is_against_goal, false)
        or coalesce(is_at_least_name and annual_operator in ('<=', '<') and annual_value < 100, false)
        or coalesce(is_at_most_name and annual_operator in ('>=', '>'), false) as is_hit,
        {{ says('指标“{indicator_name}”的年度指标值为“{annual_target}”，' ~
            "{if(is_against_goal, concat('与目标文字“', bound_words, '”'), '符号')}方向相反",
            'Indicator “{indicator_name}” has the target “{annual_target}”: its sign points the wrong way' ~
            "{if(is_against_goal, concat(', the goal says “', bound_words, '”'), '')}") }}
    from {{ subjects_of('sign_reversed', 'int_indicators_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
