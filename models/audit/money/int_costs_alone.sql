-- the only cost of a plan in money, which its name calls that of the whole project
with limits as (
    select
        *,
        count(*) over (partition by form_key) as costs,
        regexp_replace(name_text, {{ audit_pattern('whole_cost_words') }}, '', 'g') as cost_of
    from {{ ref('int_costs_limited') }}
),

projects as (
    select
        form_key,
        regexp_replace({{ name_key('project_name') }}, {{ audit_pattern('project_ending') }}, '') as named
    from {{ ref('int_projects_audited') }}
    where form_kind = 'plan'
)

select limits.subject_key
from limits
inner join projects on limits.form_key = projects.form_key
where
    limits.costs = 1
    and regexp_matches(limits.name_text, {{ audit_pattern('whole_cost_limit') }})
    -- 养护总成本 of 市政设施养护, not of 养护及应急保障
    and (limits.cost_of = '' or ends_with(projects.named, limits.cost_of))
    and not regexp_matches(projects.named, '[及和与、暨]')
