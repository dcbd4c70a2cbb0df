with totals as (
    {{ touched('reconciliation') }}
)

-- 合计 of a project, which its sources may miss or exceed
select
    document_key,
    project_key,
    max(printed_wan) as printed_wan
from totals
where level = 'project' and amount_kind = 'allocated' and printed_wan > 0
group by document_key, project_key
