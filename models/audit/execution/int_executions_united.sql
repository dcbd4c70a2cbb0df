with totals as (
    {{ touched('fct_department_budget') }}
),

united as (
    select
        execution_key as form_key,
        document_key,
        project_key,
        budget_wan,
        adjusted_wan,
        executed_wan,
        execution_rate,
        computed_rate,
        execution_weight,
        execution_score,
        total_score,
        grade,
        {{ place_columns() }}
    from {{ ref('fct_execution') }}
    {{ where_touched() }}
    union all
    select
        {{ department_form_subject_key('goals.document_key', 'goals.form_seq') }} as form_key,
        goals.document_key,
        cast(null as bigint) as project_key,
        totals.initial_wan as budget_wan,
        totals.amount_wan as adjusted_wan,
        totals.executed_wan,
        totals.execution_rate,
        totals.computed_rate,
        totals.execution_weight,
        totals.execution_score,
        goals.total_score,
        nullif(regexp_extract(goals.particulars, '自评等级：([^\n]+)', 1), '') as grade,
        {{ place_columns('goals') }}
    from ({{ touched('fct_department_goals') }}) as goals
    left join totals
        on goals.document_key = totals.document_key and goals.form_seq = totals.form_seq and totals.item = 'total'
),

-- scored in proportion: the document says so, or does so at a rate that is no lower
scored as (
    select
        united.*,
        coalesce(printed.says_score_by_rate, false)
        or coalesce(
            max(
                case
                    when
                        united.execution_score < united.execution_weight
                        and abs(united.execution_score - united.execution_weight * united.computed_rate / 100)
                        <= united.execution_weight * 0.002
                        then united.computed_rate
                end
            ) over (partition by united.document_key) >= united.computed_rate,
            false
        ) as is_scored_by_rate
    from united
    left join {{ ref('int_forms_printed') }} as printed on united.form_key = printed.form_key
)

select * from scored
