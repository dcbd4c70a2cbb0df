with forms as (
    select
        form_key,
        form_kind,
        amount_wan,
        -- what others add by it is none of its money
        regexp_replace({{ name_key('annual_goal') }}, {{ audit_pattern('money_drawn') }}, '', 'g') as goal_text,
        starts_with({{ name_key('annual_goal') }}, cast(budget_year as varchar) || '年') as begins_with_year
    from {{ ref('int_forms_united') }}
    where amount_wan > 0 and annual_goal like '%元%'
),

-- one amount in the whole goal, said to be what the project gets
phrases as (
    select
        *,
        regexp_extract(goal_text, {{ audit_pattern('money_promised') }}) as phrase
    from forms
    where
        -- 每户2000元 beside it is a price
        (
            length(goal_text) - length(replace(replace(goal_text, '万元', '元'), '亿元', '元')) = 1
            -- or in 元, no price of one
            or length(goal_text) - length(replace(goal_text, '元', '')) = 1
            and regexp_matches(goal_text, '[0-9]{5}元')
        )
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
        form_kind,
        amount_wan,
        phrase,
        begins_with_year or regexp_matches(phrase, '^(年度|本年度?|当年|全年|今年)') as is_of_year,
        printed * case money_unit when '元' then 0.0001 when '亿元' then 10000 else 1 end as promised_wan
    from amounts
),

compared as (
    select
        funded.form_key,
        max(funded.phrase) as money_words,
        bool_or(funded.is_of_year) as money_is_of_year,
        -- a part of the money may be named; more than half of it, printed nowhere else, is all of it misprinted
        not bool_or(abs(others.amount_wan - funded.promised_wan) < 0.01)
        and (
            max(funded.promised_wan)
            > case
                when bool_or(funded.is_of_year) then max(funded.amount_wan)
                else max(others.amount_wan)
            end * 1.01
            or max(funded.form_kind) != 'department'
            and max(funded.promised_wan) between max(funded.amount_wan) * 0.5 and max(funded.amount_wan) * 0.99
        ) as money_differs
    from funded
    inner join {{ ref('int_amounts_printed') }} as others on funded.form_key = others.form_key
    where funded.promised_wan is not null
    group by funded.form_key
)

select * from compared
