with judged as (
    select
        {{ subject_columns() }},
        annual_target is not null
        and cycle_target is not null
        and not coalesce(names_differ, false)
        and not annual_repeats_name
        and not cycle_repeats_name
        and not is_placeholder
        and not coalesce(cycle_is_placeholder, false)
        and not contains(cycle_target, annual_target)
        and not contains(annual_target, cycle_target) as applies,
        annual_is_quantitative != cycle_is_quantitative as is_hit,
        {{ says('周期指标值“{cycle_target}”，年度指标值“{annual_target}”，一为定量一为定性',
            'Cycle target “{cycle_target}”, annual target “{annual_target}”: one is a quantity, one is not') }}
    from {{ subjects_of('kinds_differ', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        annual_is_quantitative and cycle_is_quantitative and not coalesce(names_differ, false) as applies,
        case
            when '' in (coalesce(annual_plain_unit, ''), coalesce(cycle_plain_unit, ''))
                then coalesce(annual_plain_unit, '') != coalesce(cycle_plain_unit, '')
            -- 1.44亿元 and 4800万元 are alike, 4740万元 and 1580元 are none of one thing
            when regexp_replace(annual_plain_unit, '^[万亿]', '') = regexp_replace(cycle_plain_unit, '^[万亿]', '')
                then
                    annual_plain_unit != cycle_plain_unit
                    and annual_value > 0
                    and cycle_value * {{ large_number('cycle_plain_unit') }}
                    / (annual_value * {{ large_number('annual_plain_unit') }}) not between 0.001 and 1000
            else
                -- 21所次 of all years and 7所 of one: one measure word, counted once or again
                not ends_with(
                    {{ measure_word('annual_plain_unit') }}, ltrim({{ measure_word('cycle_plain_unit') }}, '个')
                )
                and not ends_with(
                    {{ measure_word('cycle_plain_unit') }}, ltrim({{ measure_word('annual_plain_unit') }}, '个')
                )
        end as is_hit,
        {{ says('周期指标值“{cycle_target}”（单位 {cycle_unit||无}），年度指标值“{annual_target}”（单位 {annual_unit||无}）',
            'Cycle target “{cycle_target}” (unit {cycle_unit||none}), annual target “{annual_target}” (unit ' ~
            '{annual_unit||none})') }}
    from {{ subjects_of('units_differ', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        annual_operator in ('>=', '>', '<=', '<')
        and cycle_operator in ('>=', '>', '<=', '<')
        and not coalesce(names_differ, false)
        and coalesce(annual_plain_unit, '') = coalesce(cycle_plain_unit, '') as applies,
        left(annual_operator, 1) != left(cycle_operator, 1) as is_hit,
        {{ says('周期指标值“{cycle_target}”与年度指标值“{annual_target}”方向相反',
            'Cycle target “{cycle_target}” and annual target “{annual_target}” point in opposite directions') }}
    from {{ subjects_of('directions_differ', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        annual_unit in ('%', '‰')
        and cycle_unit = annual_unit
        and annual_operator = cycle_operator
        and annual_operator in ('=', '>=', '>', '<=', '<')
        and (budget_year >= cycle_end_year or is_steady_limit)
        and not coalesce(is_growth_name or names_differ, false) as applies,
        case
            when left(annual_operator, 1) = '<' then annual_value > cycle_value
            else annual_value < cycle_value
        end as is_hit,
        {{ says('周期指标值“{cycle_target}”，年度指标值“{annual_target}”较宽',
            'Cycle target “{cycle_target}”, annual target “{annual_target}” is looser') }}
    from {{ subjects_of('annual_looser', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        not annual_is_quantitative
        and not cycle_is_quantitative
        and not coalesce(names_differ, false)
        and not annual_repeats_name
        and not cycle_repeats_name
        and not is_placeholder
        and length(annual_target) <= threshold
        and length(cycle_target) <= threshold as applies,
        not contains(annual_target, cycle_target) and not contains(cycle_target, annual_target) as is_hit,
        {{ says('周期指标值“{cycle_target}”，年度指标值“{annual_target}”',
            'Cycle target “{cycle_target}”, annual target “{annual_target}”') }}
    from {{ subjects_of('words_differ', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        form_kind = 'plan' and document_units > 1 as applies,
        other_unit_name is not null as is_hit,
        {{ says('项目列在“{unit_name}”下，名称冠以“{other_unit_name}”',
            'The project stands under “{unit_name}”, its name begins with “{other_unit_name}”') }}
    from {{ subjects_of('named_after_other_unit', 'int_projects_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
