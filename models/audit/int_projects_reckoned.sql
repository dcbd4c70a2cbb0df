with projects as (
    select * from {{ ref('int_projects_audited') }}
),

outputs as (
    select
        indicators.form_key,
        count(case when categories.level2_code = '11' then 1 end) as quantity_indicators,
        count(case when categories.level2_code = '10' then 1 end) as undivided_outputs
    from {{ ref('int_indicators_described') }} as indicators
    inner join {{ ref('dim_category') }} as categories on indicators.category_key = categories.category_key
    where not indicators.is_unused and categories.level1_code = '1'
    group by indicators.form_key
),

-- what is known beside the subjects: joined to their keys first, and to their many columns once
beside as (
    select
        projects.subject_key as known_subject_key,
        printed.requires_cost,
        printed.empty_head,
        printed.template_row,
        nullif(regexp_extract(printed.template_line, {{ audit_pattern('empty_row') }}, 1), '') as template_level,
        emptied.empty_levels,
        emptied.are_of_benefit,
        printed.total_label,
        printed.is_total_blank,
        executions.executed_wan is null and executions.budget_wan > 0 and sources.sources_executed_wan > 0
            as is_executed_blank,
        outputs.quantity_indicators,
        outputs.undivided_outputs,
        calculations.calculation_words,
        calculations.calculated_wan,
        calculations.difference_share,
        calculations.is_of_months,
        parted.count_words,
        parted.count_said,
        parted.count_of_parts,
        parted.is_over,
        multiplied.priced_words,
        multiplied.priced_wan,
        multiplied.is_all_that_is_done,
        coalesce(multiplied.priced_words, projects.count_target || '×' || projects.cost_target) as factors_in_words,
        regexp_matches({{ name_key('projects.project_name') }}, {{ audit_pattern('paid_word') }}) as is_paid_out,
        coalesce(borrowed.other_goal_name, crossed.crossed_project_name) as other_goal_name,
        tasks.task_name as listed_task_name,
        tasks.task_wan as listed_task_wan,
        tasks.listed_wan as listed_project_wan,
        tasks.task_list_heading,
        tasks.task_list_page,
        tasks.difference_wan as task_difference_wan,
        sourced.sourced_tasks,
        sourced.sources_missed_wan,
        sourced.missed_words as missed_tasks,
        left_out.left_wan as tasks_left_wan,
        left_out.tasks_share,
        left_out.left_executed_wan as tasks_left_executed_wan,
        left_out.executed_share as tasks_executed_share,
        costs.whole_words as whole_cost_words,
        costs.whole_wan as whole_cost_wan,
        costs.parts_wan as cost_parts_wan,
        costs.parts_words as cost_parts_words,
        noted.noted_words,
        noted.output_noted,
        noted.benefit_noted,
        noted.output_weights,
        noted.benefit_weights
    from projects
    left join {{ ref('int_forms_printed') }} as printed on projects.form_key = printed.form_key
    left join {{ ref('int_rows_empty') }} as emptied on projects.form_key = emptied.form_key
    left join {{ ref('int_executions_united') }} as executions on projects.form_key = executions.form_key
    left join {{ ref('int_sources_summed') }} as sources
        on executions.document_key = sources.document_key and executions.project_key = sources.project_key
    left join outputs on projects.form_key = outputs.form_key
    left join {{ ref('int_calculations_said') }} as calculations on projects.form_key = calculations.form_key
    left join {{ ref('int_counts_parted') }} as parted on projects.form_key = parted.form_key
    left join {{ ref('int_goals_multiplied') }} as multiplied on projects.form_key = multiplied.form_key
    left join {{ ref('int_goals_borrowed') }} as borrowed on projects.form_key = borrowed.form_key
    left join {{ ref('int_goals_crossed') }} as crossed on projects.form_key = crossed.form_key
    left join {{ ref('int_tasks_listed') }} as tasks on projects.form_key = tasks.form_key
    left join {{ ref('int_tasks_sourced') }} as sourced on projects.form_key = sourced.form_key
    left join {{ ref('int_tasks_left') }} as left_out on projects.form_key = left_out.form_key
    left join {{ ref('int_costs_parted') }} as costs on projects.form_key = costs.form_key
    left join {{ ref('int_levels_noted') }} as noted on projects.form_key = noted.form_key
)

select
    projects.*,
    beside.*,
    count(beside.other_goal_name) over (partition by projects.document_key, projects.annual_goal) as goals_of_others
from projects
inner join beside on projects.subject_key = beside.known_subject_key
order by projects.subject_key
