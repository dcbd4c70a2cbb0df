with said as (
    select * from {{ ref('int_statements_meant') }}
    where figure = 'execution_rate' and form_kind = 'evaluation'
),

rates as (
    select
        document_key,
        max(said_value) as each_rate,
        max(words) as each_words,
        max(page) as each_page
    from said
    group by document_key
    having min(said_value) = max(said_value)
)

select * from rates
