with goals as (
    {{ touched('fct_goals') }}
),

funding as (
    {{ touched('fct_funding') }}
),

attributes as (
    {{ touched('project_attributes') }}
),

-- money of a project that is one number: its parts were kept as they are printed
totals as (
    select
        document_key,
        project_key,
        max(amount_wan) as total_wan,
        max(try_cast(replace(amount_printed, ',', '') as decimal(18, 6))) as total_printed
    from funding
    group by document_key, project_key
    having count(*) = 1
),

parts as (
    select
        document_key,
        project_key,
        count(*) as parts,
        sum(try_cast(replace(value, ',', '') as decimal(18, 6))) as parts_printed,
        string_agg(regexp_replace({{ name_key('attribute') }}, '^其中:', '') || ' ' || value, '、' order by char_start)
            as parts_words
    from attributes
    where
        regexp_matches({{ name_key('attribute') }}, {{ audit_pattern('money_part') }})
        and not regexp_matches({{ name_key('attribute') }}, {{ audit_pattern('no_money_part') }})
        and try_cast(replace(value, ',', '') as decimal(18, 6)) is not null
    group by document_key, project_key
),

-- a number beside them that is all that is missing is a part under another label
found as (
    select distinct
        attributes.document_key,
        attributes.project_key
    from attributes
    inner join totals
        on attributes.document_key = totals.document_key and attributes.project_key = totals.project_key
    inner join parts
        on attributes.document_key = parts.document_key and attributes.project_key = parts.project_key
    where try_cast(replace(attributes.value, ',', '') as decimal(18, 6)) = totals.total_printed - parts.parts_printed
),

parted as (
    select
        goals.goal_key as form_key,
        parts.parts_words,
        cast(totals.total_wan * parts.parts_printed / nullif(totals.total_printed, 0) as decimal(18, 6)) as parts_wan
    from goals
    inner join totals on goals.document_key = totals.document_key and goals.project_key = totals.project_key
    inner join parts on goals.document_key = parts.document_key and goals.project_key = parts.project_key
    left join found on goals.document_key = found.document_key and goals.project_key = found.project_key
    where parts.parts > 1 and parts.parts_printed > 0 and found.project_key is null
)

select * from parted
