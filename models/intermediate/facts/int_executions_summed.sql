with executions as (
    select * from {{ ref('stg_executions') }}
),

totals as (
    select * from executions
    where measure = 'total'
),

-- where no total is printed, the sources are added
sums as (
    select
        project_row_key,
        cast(sum(budget_wan) as decimal(18, 6)) as budget_wan,
        cast(sum(adjusted_wan) as decimal(18, 6)) as adjusted_wan,
        cast(sum(executed_wan) as decimal(18, 6)) as executed_wan,
        min(page) as page,
        min(line) as line,
        min(char_start) as char_start,
        max(char_end) as char_end
    from executions
    where measure != 'total'
    group by project_row_key
),

joined as (
    select
        coalesce(totals.project_row_key, sums.project_row_key) as project_row_key,
        case when totals.project_row_key is null then sums.budget_wan else totals.budget_wan end as budget_wan,
        case when totals.project_row_key is null then sums.adjusted_wan else totals.adjusted_wan end as adjusted_wan,
        case when totals.project_row_key is null then sums.executed_wan else totals.executed_wan end as executed_wan,
        totals.execution_rate,
        totals.weight,
        totals.score,
        totals.reason,
        totals.budget_printed,
        totals.adjusted_printed,
        totals.executed_printed,
        totals.execution_rate_printed,
        coalesce(totals.page, sums.page) as page,
        coalesce(totals.line, sums.line) as line,
        coalesce(totals.char_start, sums.char_start) as char_start,
        coalesce(totals.char_end, sums.char_end) as char_end
    from totals
    full join sums on totals.project_row_key = sums.project_row_key
),

rated as (
    select
        *,
        cast(
            100 * cast(executed_wan as double) / nullif(cast(coalesce(adjusted_wan, budget_wan) as double), 0)
            as decimal(18, 4)
        ) as computed_rate
    from joined
)

select * from rated
