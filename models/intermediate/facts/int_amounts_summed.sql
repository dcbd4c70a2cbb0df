with executions as (
    select
        executions.document_id,
        projects.unit_row_key,
        executions.budget_wan,
        executions.adjusted_wan,
        executions.executed_wan
    from {{ ref('stg_executions') }} as executions
    inner join {{ ref('stg_projects') }} as projects on executions.project_row_key = projects.project_row_key
    where executions.measure = 'total'
),

tasks as (
    select * from {{ ref('stg_department_tasks') }}
    where is_part is not true
),

by_kind as (
    {% for kind in ['budget', 'adjusted', 'executed'] %}
        select
            document_id,
            unit_row_key,
            '{{ kind }}' as amount_kind,
            {{ kind }}_wan as amount_wan
        from executions
        {{ 'union all' if not loop.last }}
    {% endfor %}
),

by_level as (
    select
        by_kind.amount_kind,
        levels.level,
        by_kind.document_id,
        case levels.level when 'unit' then by_kind.unit_row_key end as unit_row_key,
        by_kind.amount_wan
    from by_kind
    cross join (values ('document'), ('unit')) as levels (level)
),

summed as (
    select
        'allocated' as amount_kind,
        level,
        document_id,
        cast(null as bigint) as form_seq,
        unit_row_key,
        project_row_key,
        measure,
        computed_wan
    from {{ ref('int_funding_summed') }}
    union all
    select
        amount_kind,
        level,
        document_id,
        cast(null as bigint) as form_seq,
        unit_row_key,
        cast(null as bigint) as project_row_key,
        'total' as measure,
        sum(amount_wan) as computed_wan
    from by_level
    group by amount_kind, level, document_id, unit_row_key
    {% for kind, measure, column in [
        ('tasks', 'total', 'amount_wan'),
        ('tasks', 'fiscal', 'fiscal_wan'),
        ('tasks', 'special_account', 'special_account_wan'),
        ('tasks', 'other', 'other_wan'),
        ('tasks_executed', 'total', 'executed_wan')
    ] %}
        union all
        select
            '{{ kind }}' as amount_kind,
            'document' as level,
            document_id,
            form_seq,
            cast(null as bigint) as unit_row_key,
            cast(null as bigint) as project_row_key,
            '{{ measure }}' as measure,
            sum({{ column }}) as computed_wan
        from tasks
        group by document_id, form_seq
    {% endfor %}
)

select * from summed
