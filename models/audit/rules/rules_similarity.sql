with judged as (
    select
        {{ subject_columns() }},
        indicators >= threshold and not is_blank and not coalesce(is_standard, false) as applies,
        same_indicators > 1 as is_hit,
        {{ says('同一文件有 {same_indicators} 个项目的全部指标及指标值相同',
            '{same_indicators} projects of the file have all indicators and targets in common') }}
    from {{ subjects_of('indicators_copied', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        indicators >= 5 and not is_blank and not coalesce(is_standard, false) and same_indicators = 1 as applies,
        coalesce(shared_indicators >= indicators * threshold, false) as is_hit,
        {{ says('{indicators} 项指标中有 {shared_indicators} 项的名称及指标值与项目“{other_project_name}”相同',
            'Of {indicators} indicators {shared_indicators} have name and target in common with the project “' ~
            '{other_project_name}”') }}
    from {{ subjects_of('indicators_mostly_copied', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        previous_goal is not null as applies,
        annual_goal = previous_goal as is_hit,
        {{ says('与 {(budget_year - 1)} 年逐字相同：{left(annual_goal, 40)}',
            'Word by word as in {(budget_year - 1)}: {left(annual_goal, 40)}') }}
    from {{ subjects_of('goal_unchanged', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        previous_signature is not null and indicators >= threshold as applies,
        signature = previous_signature as is_hit,
        {{ says('与 {(budget_year - 1)} 年的 {indicators} 个指标及指标值逐字相同',
            'All {indicators} indicators and targets are word by word those of {(budget_year - 1)}') }}
    from {{ subjects_of('indicators_unchanged', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        form_kind = 'plan' and indicators >= threshold and not is_blank as applies,
        coalesce(copied_indicators >= threshold, false) as is_hit,
        {{ says('与 {copied_department}（{copied_file_name}）的 {copied_indicators} 个指标及指标值相同',
            '{copied_indicators} indicators and targets are those of {copied_department} ({copied_file_name})') }}
    from {{ subjects_of('targets_copied_between_departments', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns('is_doubtful or not is_proved') }},
        previous_signature is not null and previous_wan > 0 and amount_wan is not null as applies,
        signature = previous_signature and amount_wan > previous_wan * (1 + threshold) as is_hit,
        {{ says('资金由 {previous_wan|2} 万元增至 {amount_wan|2} 万元，指标及指标值未变',
            'The money rose from {previous_wan|2} to {amount_wan|2} 万元; indicators and targets are unchanged') }}
    from {{ subjects_of('money_up_targets_unchanged', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        is_borrowed is not null as applies,
        is_borrowed as is_hit,
        {{ says('指标“{indicator_name}”与项目“{other_project_name}”相同，与本项目内容无关',
            'The indicator “{indicator_name}” is that of the project “{other_project_name}” and fits nothing else here') }}
    from {{ subjects_of('indicator_of_other_project', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        is_of_other_field is not null
        and (
            level1_code = '1'
            or level1_code = '2' and coalesce(is_of_benefit, false)
            or level1_code = '3' and coalesce(is_of_field_beside, false)
        )
        and not coalesce(is_borrowed, false) as applies,
        is_of_other_field as is_hit,
        {{ says('指标“{indicator_name}”所述领域在本表的项目名称、目标、其他指标中均未出现',
            'Nothing else in the form, neither name, goals nor indicators, speaks of the field of “{indicator_name}”') }}
    from {{ subjects_of('indicator_of_other_field', 'int_indicators_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
