with forms as (
    select
        form_key,
        document_key,
        project_key,
        amount_wan,
        {{ name_key('annual_goal') }} as goal_text
    from {{ ref('int_forms_united') }}
    where form_kind = 'plan' and amount_wan > 0 and annual_goal like '%元%'
),

funding as (
    {{ touched('fct_funding') }}
),

-- one amount in the whole goal, said to be what the project gets
phrases as (
    select
        *,
        regexp_extract(goal_text, {{ audit_pattern('money_promised') }}) as phrase
    from forms
    where
        length(regexp_replace(goal_text, '[^元]', '', 'g')) = 1
        and not regexp_matches(goal_text, {{ audit_pattern('several_years_goal') }})
),

amounts as (
    select
        *,
        regexp_extract(phrase, '[万亿]?元$') as money_unit,
        try_cast(replace(regexp_extract(phrase, '[0-9][0-9,]*(?:[.][0-9]+)?'), ',', '') as decimal(18, 6)) as printed
    from phrases
    where phrase != '' and not regexp_matches(phrase, {{ audit_pattern('other_money') }})
),

funded as (
    select
        form_key,
        document_key,
        project_key,
        amount_wan,
        phrase,
        printed * case money_unit when '元' then 0.0001 when '亿元' then 10000 else 1 end as promised_wan
    from amounts
),

compared as (
    select
        funded.form_key,
        max(funded.phrase) as money_words,
        -- a part of the money may be named; more than half of it, unlike any source, is the money said otherwise
        max(funded.promised_wan) > max(funded.amount_wan) * 1.01
        or max(funded.promised_wan) between max(funded.amount_wan) * 0.5 and max(funded.amount_wan) * 0.99
        and not bool_or(coalesce(funding.amount_wan = funded.promised_wan, false)) as money_differs
    from funded
    left join funding
        on funded.document_key = funding.document_key and funded.project_key = funding.project_key
    where funded.promised_wan is not null
    group by funded.form_key
)

select * from compared
