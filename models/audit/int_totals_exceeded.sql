with goals as (
    {{ touched('fct_goals') }}
),

funding as (
    {{ touched('fct_funding') }}
),

attributes as (
    {{ touched('project_attributes') }}
),

-- two sources or more, and what one printed number is in 万元
sources as (
    select
        document_key,
        project_key,
        count(case when amount_wan != 0 then 1 end) as sources,
        sum(amount_wan) as sources_wan,
        max(
            amount_wan / nullif(try_cast(replace(amount_printed, ',', '') as decimal(18, 6)), 0)
        ) as wan_of_one
    from funding
    group by document_key, project_key
),

totals as (
    select
        document_key,
        project_key,
        {{ name_key('attribute') }} as label,
        try_cast(replace(value, ',', '') as decimal(18, 6)) as printed
    from attributes
    where regexp_matches({{ name_key('attribute') }}, {{ audit_pattern('total_label') }})
),

-- a total that its sources exceed; one above them is of several years, or names one of them alone
exceeded as (
    select
        goals.goal_key as form_key,
        max(sources.sources_wan) as sources_wan,
        max(
            totals.printed * case
                when contains(totals.label, '万元') then 1
                when regexp_matches(totals.label, '[(]元[)]') then 0.0001
                else sources.wan_of_one
            end
        ) as total_wan
    from goals
    inner join sources on goals.document_key = sources.document_key and goals.project_key = sources.project_key
    inner join totals on goals.document_key = totals.document_key and goals.project_key = totals.project_key
    where sources.sources > 1 and totals.printed > 0
    group by goals.goal_key
    having count(distinct totals.printed) = 1
)

select
    form_key,
    cast(total_wan as decimal(18, 6)) as total_wan,
    cast(sources_wan as decimal(18, 6)) as sources_wan
from exceeded
where total_wan < sources_wan
