{%- set sources = "coalesce(fiscal_wan, 0) + coalesce(special_account_wan, 0) + coalesce(other_wan, 0)" -%}
with tasks as (
    {{ touched('fct_department_tasks') }}
),

-- 财政拨款 and 其他资金 of a task, both printed, are all that it is paid from
sourced as (
    select
        {{ department_form_subject_key('document_key', 'form_seq') }} as form_key,
        task_seq,
        amount_wan - ({{ sources }}) as difference_wan,
        task_name || '（' || cast(cast(amount_wan as decimal(18, 2)) as varchar) || '/'
        || cast(cast({{ sources }} as decimal(18, 2)) as varchar) || '）' as task_words
    from tasks
    where amount_wan > 0 and fiscal_wan is not null and other_wan is not null
)

select
    form_key,
    count(*) as sourced_tasks,
    max(abs(difference_wan)) as sources_missed_wan,
    string_agg(case when difference_wan != 0 then task_words end, '、' order by task_seq) as missed_words
from sourced
group by form_key
-- where no task comes out, another column holds the rest
having count(*) = 1 or count(case when difference_wan = 0 then 1 end) > 0
