with forms as (
    select * from {{ ref('int_forms_united') }}
),

counted as (
    select * from {{ ref('int_projects_counted') }}
),

-- where an indicator is damaged, nobody knows what else the form printed
doubts as (
    select form_key
    from {{ ref('int_doubts_gathered') }}
    group by form_key
),

-- of a form of a whole department no project is known
unread as (
    select
        document_key,
        coalesce(project_key, 0) as form_of,
        count(*) filter (where code = 'indicators_unread') as unread_indicators
    from {{ ref('reading_issues') }}
    {{ where_touched() }}
    group by document_key, coalesce(project_key, 0)
),

described as (
    select
        forms.*,
        dated.goal_year,
        coalesce(regexp_matches(forms.annual_goal, {{ audit_pattern('carried_over') }}), false) as is_carried_over,
        counted.signature,
        weighed.weights,
        weighed.differs_from_others,
        weighed.leaves_no_points,
        weighed.prints_other_total,
        weighed.gives_ten,
        levels.level_name,
        levels.weights as level_weights,
        levels.adds_up as level_adds_up,
        counted.indicators,
        counted.output_indicators,
        counted.benefit_indicators,
        counted.satisfaction_indicators,
        counted.cost_indicators,
        counted.unclassified_indicators + coalesce(unread.unread_indicators, 0) as unclassified_indicators,
        counted.targets,
        counted.quantities,
        counted.answers,
        counted.of_regions,
        counted.cost_share,
        counted.same_goal,
        counted.same_indicators,
        opened.prompt_words,
        opened.prompts,
        printed.says_none,
        printed.has_goal_label,
        printed.has_target_label,
        printed.is_monitored,
        priced.amounts_in_goal,
        priced.goal_wan,
        priced.cost_target,
        priced.count_target,
        priced.product_wan,
        priced.actual_cost,
        priced.actual_count,
        priced.actual_product_wan,
        priced.basic_wan,
        priced.project_wan,
        priced.tasks_wan,
        priced.tasks_executed_wan,
        priced.tasks_are_projects,
        priced.project_executed_wan,
        priced.executed_difference_wan,
        priced.parts_are_of_other_column,
        shared.shared_indicators,
        shared.other_project_name,
        funded.money_words,
        funded.money_differs,
        funded.money_is_of_year,
        copied.copied_indicators,
        copied.copied_department,
        copied.copied_file_name,
        doubts.form_key is not null as is_doubtful
    from forms
    inner join counted on forms.form_key = counted.form_key
    left join {{ ref('int_weights_summed') }} as weighed on forms.form_key = weighed.form_key
    left join {{ ref('int_levels_weighed') }} as levels on forms.form_key = levels.form_key
    left join {{ ref('int_goals_dated') }} as dated on forms.form_key = dated.form_key
    left join {{ ref('int_forms_printed') }} as printed on forms.form_key = printed.form_key
    left join {{ ref('int_prompts_left') }} as opened on forms.form_key = opened.form_key
    left join {{ ref('int_forms_priced') }} as priced on forms.form_key = priced.form_key
    left join {{ ref('int_indicators_shared') }} as shared on forms.form_key = shared.form_key
    left join {{ ref('int_goals_funded') }} as funded on forms.form_key = funded.form_key
    left join {{ ref('int_targets_copied') }} as copied on forms.form_key = copied.form_key
    left join unread on forms.document_key = unread.document_key and coalesce(forms.project_key, 0) = unread.form_of
    left join doubts on forms.form_key = doubts.form_key
)

select * from described
