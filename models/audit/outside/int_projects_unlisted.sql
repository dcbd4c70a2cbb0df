with listed as (
    {{ touched('fct_listed_projects') }}
),

executions as (
    {{ touched('fct_execution') }}
),

-- a list whose rows all have a form, and make up its total, lists every project that was evaluated
whole as (
    select
        document_key,
        table_seq,
        max(heading) as heading,
        max(page) as page
    from listed
    where is_evaluated
    group by document_key, table_seq
    having
        sum(case when is_total then 1 else 0 end) = 1
        and sum(case when is_total then 0 else 1 end) > 1
        and bool_and(is_total or has_form)
        and abs(sum(case when is_total then -1 else 1 end * coalesce(adjusted_wan, budget_wan, executed_wan))) < 0.01
),

only_lists as (
    select
        document_key,
        max(table_seq) as table_seq,
        max(heading) as list_heading,
        max(page) as list_page
    from whole
    group by document_key
    having count(*) = 1
),

judged as (
    select
        executions.execution_key as form_key,
        lists.list_heading,
        lists.list_page,
        listed.project_key is null as is_unlisted
    from executions
    inner join only_lists as lists on executions.document_key = lists.document_key
    left join listed
        on
            lists.document_key = listed.document_key
            and lists.table_seq = listed.table_seq
            and executions.project_key = listed.project_key
)

select * from judged
