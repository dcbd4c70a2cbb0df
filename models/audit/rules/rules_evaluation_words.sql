with judged as (
    select
        {{ subject_columns() }},
        form_kind = 'evaluation' and budget_wan - executed_wan is not null and balance_wan is not null as applies,
        abs(budget_wan - executed_wan - balance_wan) > threshold
        and coalesce(abs(budget_wan - executed_wan - balance_in_yuan) > threshold, true) as is_hit,
        {{ says('预算 {budget_wan|2} 万元减执行 {executed_wan|2} 万元为 {(budget_wan - executed_wan)|2} 万元，所印为“{balance_words}”',
            'Budget {budget_wan|2} 万元, executed {executed_wan|2} 万元, which leaves ' ~
            '{(budget_wan - executed_wan)|2} 万元; printed is “{balance_words}”') }}
    from {{ subjects_of('balance_not_difference', 'int_evaluations_worded') }}
    union all
    select
        {{ subject_columns() }},
        form_kind = 'evaluation' and length(coalesce(achieved_goal, '')) >= threshold as applies,
        copied_project_name is not null as is_hit,
        {{ says('完成情况与项目“{copied_project_name}”相同：{left(achieved_goal, 60)}',
            'What was achieved is that of the project “{copied_project_name}”: {left(achieved_goal, 60)}') }}
    from {{ subjects_of('achieved_copied', 'int_evaluations_worded') }}
    union all
    select
        {{ subject_columns() }},
        actual_year is not null and coalesce(target_year, budget_year) = budget_year as applies,
        actual_year < budget_year as is_hit,
        {{ says('预算年度 {budget_year}，{score_in_words}，完成时间早于预算年度',
            'Budget year {budget_year}; {score_in_english}; completed before the year') }}
    from {{ subjects_of('completed_before_year', 'int_performance_audited') }}
    union all
    select
        {{ subject_columns() }},
        is_measured
        and has_own_reason
        and (
            target_met
            and (score < weight or regexp_matches({{ name_key('reason') }}, {{ audit_pattern('still_missing') }}))
            or not target_met
            and direction = 'at_least'
        ) as applies,
        case
            when target_met
                then regexp_matches(
                    {{ name_key('reason') }},
                    {{ audit_pattern('target_missed') }} || '|' || {{ audit_pattern('still_missing') }}
                )
            else exceeding_words is not null
        end as is_hit,
        {{ says("{score_in_words}，完成值{if(target_met, '已', '未')}达到指标值，原因却写“{reason}”",
            "{score_in_english}; the target was {if(target_met, 'met', 'missed')}, yet the reason says “{reason}”") }}
    from {{ subjects_of('reason_against_actual', 'int_performance_audited') }}
    union all
    select
        {{ subject_columns() }},
        coalesce(budget_wan, initial_wan) is not null and executed_wan is not null as applies,
        budget_words is not null as is_hit,
        {{ says('文字写明“{budget_words}”，表内年初预算 {initial_wan|2|未印} 万元，全年预算 {budget_wan|2} 万元，执行数 {executed_wan|2} 万元',
            'The words say “{budget_words}”; the table has an initial budget of {initial_wan|2|not printed} 万元, ' ~
            'a budget of {budget_wan|2} 万元 and {executed_wan|2} 万元 executed') }}
    from {{ subjects_of('budget_said_not_table', 'int_evaluations_worded') }}
    union all
    select
        {{ subject_columns() }},
        form_kind = 'department' and project_executed_wan is not null and forms_executed_wan is not null as applies,
        forms_executed_wan - project_executed_wan > threshold as is_hit,
        {{ says('项目支出执行数 {project_executed_wan|2} 万元，小于各项目自评表执行数合计 {forms_executed_wan|2} 万元',
            'The department executed {project_executed_wan|2} 万元 of project expenditure, less than its projects ' ~
            'together, {forms_executed_wan|2} 万元') }}
    from {{ subjects_of('department_spent_below_forms', 'int_evaluations_worded') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
