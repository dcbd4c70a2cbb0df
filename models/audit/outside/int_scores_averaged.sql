with said as (
    select * from {{ ref('int_statements_meant') }}
    where figure = 'average_score' and form_kind = 'evaluation'
),

counted as (
    select document_key
    from {{ ref('int_documents_said') }}
    where counted_kind = 'evaluation'
),

executions as (
    {{ touched('fct_execution') }}
),

averages as (
    select
        document_key,
        avg(total_score) as plain_average,
        sum(total_score * coalesce(adjusted_wan, budget_wan)) / nullif(sum(coalesce(adjusted_wan, budget_wan)), 0)
            as weighted_average
    from executions
    group by document_key
    having count(*) = count(total_score) and count(*) > 1
),

compared as (
    select
        said.document_key,
        min(said.said_value) as average_said,
        max(said.words) as average_words,
        max(said.page) as average_page,
        max(averages.plain_average) as average_printed,
        bool_and(
            abs(said.said_value - averages.plain_average) > said.rounded_to
            and abs(said.said_value - coalesce(averages.weighted_average, averages.plain_average)) > said.rounded_to
        ) as average_differs
    from said
    inner join counted on said.document_key = counted.document_key
    inner join averages on said.document_key = averages.document_key
    group by said.document_key
    having min(said.said_value) = max(said.said_value)
)

select * from compared
