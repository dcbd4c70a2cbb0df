with judged as (
    select
        {{ subject_columns() }},
        indicators > 0 and not is_classified and not coalesce(says_none, false) as applies,
        case when unclassified_indicators = 0 or output_indicators > 0 then output_indicators = 0 end as is_hit,
        {{ says('共 {indicators} 项指标，其中无产出指标', 'None of the {indicators} indicators is of output') }}
    from {{ subjects_of('output_missing', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        indicators > 0
        and not is_classified
        and not coalesce(says_none or is_standard or is_of_parts, false)
        and not (form_kind = 'evaluation' and coalesce(has_no_place_for_benefits, false))
        -- of a project that has a form a region, that of all regions may have them
        and not (form_kind = 'plan' and benefit_indicators = 0 and coalesce(benefits_of_name > 0, false)) as applies,
        case when unclassified_indicators = 0 or benefit_indicators > 0 then benefit_indicators = 0 end as is_hit,
        {{ says('共 {indicators} 项指标，其中无效益指标', 'None of the {indicators} indicators is of benefit') }}
    from {{ subjects_of('benefit_missing', 'int_projects_planned') }}
    union all
    select
        {{ subject_columns() }},
        indicators > 0
        and not is_classified
        -- 公用经费 of a school is for its pupils
        and not coalesce(
            says_none
            or is_of_parts
            or is_standard and not serves_pupils,
            false
        ) as applies,
        case when unclassified_indicators = 0 or satisfaction_indicators > 0 then satisfaction_indicators = 0 end
            as is_hit,
        {{ says('共 {indicators} 项指标，其中无满意度指标', 'None of the {indicators} indicators is of satisfaction') }}
    from {{ subjects_of('satisfaction_missing', 'int_projects_weighed') }}
    union all
    select
        {{ subject_columns() }},
        has_cycle_grid and lasts_years and annual_targets > 0 and not is_classified as applies,
        cycle_targets = 0 as is_hit,
        {{ says('项目期超过一年，中期（实施期）指标值一栏全部空白，年度指标值 {annual_targets} 项',
            'The project goes on after the year, and the column of the cycle is blank beside {annual_targets} targets of the year') }}
    from {{ subjects_of('cycle_column_blank', 'int_projects_spanned') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
