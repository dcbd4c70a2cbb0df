with listed as (
    {{ touched('fct_listed_projects') }}
),

amounts as (
    select
        listed.document_key,
        listed.table_seq,
        listed.heading,
        listed.page,
        listed.is_total,
        listed.has_form,
        measures.measure,
        case measures.measure
            when 'allocated' then listed.allocated_wan
            when 'budget' then listed.budget_wan
            when 'adjusted' then listed.adjusted_wan
            else listed.executed_wan
        end as amount_wan
    from listed
    cross join (values ('allocated'), ('budget'), ('adjusted'), ('executed')) as measures (measure)
),

-- a list with one total and a form for each of its rows was read whole
summed as (
    select
        document_key,
        table_seq,
        measure,
        max(heading) as list_heading,
        max(page) as list_page,
        sum(case when is_total then amount_wan end) as list_total_wan,
        sum(case when not is_total then amount_wan end) as list_sum_wan
    from amounts
    group by document_key, table_seq, measure
    having
        count(case when is_total then 1 end) = 1
        and count(case when not is_total then 1 end) > 1
        and bool_and(is_total or has_form)
        and count(amount_wan) = count(*)
)

-- one that differs before others
select * from summed
qualify
    row_number() over (
        partition by document_key
        order by case when list_total_wan = list_sum_wan then 2 else 1 end, table_seq, measure
    ) = 1
