with scores as (
    select
        form_key as scored_form_key,
        sum(weight) as indicator_weights,
        sum(score) as indicator_scores,
        bool_and(weight is not null) as all_weighted,
        bool_and(score is not null) as all_scored,
        bool_and(score >= weight and weight > 0) as all_full,
        max(case when contains(indicator_name, '执行率') then weight end) as rate_weight,
        max(case when contains(indicator_name, '执行率') then score end) as rate_score,
        min(
            case
                when is_measured and direction = 'at_least' and not target_met and has_reason
                    then 100 * actual_value / nullif(target_value, 0)
            end
        ) as explained_share
    from {{ ref('int_performance_audited') }}
    group by form_key
),

subjects as (
    select
        executions.form_key as subject_key,
        executions.document_key,
        executions.project_key,
        cast(null as bigint) as indicator_key,
        coalesce(executions.adjusted_wan, executions.budget_wan) as budget_wan,
        executions.budget_wan as initial_wan,
        executions.adjusted_wan,
        executions.executed_wan,
        executions.execution_rate,
        executions.computed_rate,
        executions.execution_weight,
        executions.execution_score,
        executions.is_scored_by_rate,
        executions.total_score,
        executions.grade,
        forms.form_kind,
        forms.annual_goal,
        forms.achieved_goal,
        printed.has_achieved_column,
        printed.is_done_alone,
        forms.is_blank,
        forms.is_monitored,
        forms.is_doubtful,
        forms.answers,
        forms.actual_count,
        forms.actual_cost,
        forms.actual_product_wan,
        scores.*,
        elsewhere.scores_elsewhere,
        sources.sources,
        sources.sources_budget_wan,
        sources.sources_adjusted_wan,
        sources.sources_executed_wan,
        -- as much less was done of a project, and the reason is printed: less was spent
        explained.project_key is not null
        or executions.project_key is not null
        and coalesce(scores.explained_share <= executions.computed_rate + 10, false) as is_explained,
        coalesce(rated.line_name, tasks.task_name) as line_name,
        coalesce(rated.execution_rate, tasks.task_rate) as line_rate,
        coalesce(rated.computed_rate, tasks.computed_rate) as line_computed_rate,
        coalesce(rated.rate_difference, tasks.rate_difference) as rate_difference,
        beside.line_in_words,
        beside.line_in_english,
        said.said_rate,
        said.said_words,
        totalled.spending_words,
        totalled.spending_said_wan,
        totalled.score_words,
        totalled.score_said,
        planned.planned_wan,
        planned.planned_is_proved,
        planned.planned_names,
        planned.unanswered_names,
        planned.unanswered_name,
        {{ place_columns('executions') }}
    from {{ ref('int_executions_united') }} as executions
    inner join {{ ref('int_projects_audited') }} as forms on executions.form_key = forms.subject_key
    left join {{ ref('int_forms_printed') }} as printed on executions.form_key = printed.form_key
    left join scores on executions.form_key = scores.scored_form_key
    left join {{ ref('int_scores_elsewhere') }} as elsewhere
        on executions.document_key = elsewhere.document_key and executions.project_key = elsewhere.project_key
    left join {{ ref('int_sources_summed') }} as sources
        on executions.document_key = sources.document_key and executions.project_key = sources.project_key
    left join {{ ref('int_executions_explained') }} as explained
        on executions.document_key = explained.document_key and executions.project_key = explained.project_key
    left join {{ ref('int_executions_beside') }} as beside
        on executions.document_key = beside.document_key and executions.project_key = beside.project_key
    left join {{ ref('int_rates_by_source') }} as rated
        on executions.document_key = rated.document_key and executions.project_key = rated.project_key
    left join {{ ref('int_rates_of_tasks') }} as tasks on executions.form_key = tasks.form_key
    left join {{ ref('int_rates_said') }} as said on executions.form_key = said.form_key
    left join {{ ref('int_words_totalled') }} as totalled on executions.form_key = totalled.form_key
    left join {{ ref('int_evaluations_planned') }} as planned on executions.form_key = planned.form_key
)

select * from subjects
order by subject_key
