-- what a goal says that one level of government gives: 争取省级补助140万元
with forms as (
    select
        form_key,
        document_key,
        project_key,
        {{ name_key('annual_goal') }} as said
    from {{ ref('int_forms_united') }}
    where form_kind != 'department' and annual_goal like '%元%'
),

phrases as (
    select
        form_key,
        document_key,
        project_key,
        unnest(regexp_extract_all(said, {{ audit_pattern('level_money_said') }})) as phrase
    from forms
),

said as (
    select
        *,
        case left(phrase, 1)
            when '中' then 'central'
            when '省' then 'province'
            when '自' then 'province'
            when '县' then 'county'
            when '旗' then 'county'
            when '区' then 'county'
            else 'prefecture'
        end as level_code,
        {{ wan_said('phrase') }} as said_wan,
        count(*) over (partition by form_key, left(phrase, 1)) as phrases_of_level
    from phrases
),

levels as (
    select
        document_key,
        project_key,
        level_code,
        amount_wan
    from {{ ref('fct_funding_levels') }}
    {{ where_touched() }}
),

compared as (
    select
        said.form_key,
        said.phrase,
        max(levels.amount_wan) as level_wan,
        max(said.said_wan) as said_wan,
        bool_or(abs(levels.amount_wan - said.said_wan) < 0.01) as is_printed
    from said
    inner join levels
        on
            said.document_key = levels.document_key
            and said.project_key = levels.project_key
            and said.level_code = levels.level_code
    where said.phrases_of_level = 1 and said.said_wan is not null
    group by said.form_key, said.phrase
),

-- an amount that the form prints elsewhere is of something else
sought as (
    select
        compared.form_key,
        compared.phrase,
        compared.level_wan,
        not compared.is_printed
        and not bool_or(coalesce(abs(others.amount_wan - compared.said_wan) < 0.01, false)) as differs
    from compared
    left join {{ ref('int_amounts_printed') }} as others on compared.form_key = others.form_key
    group by compared.form_key, compared.phrase, compared.level_wan, compared.is_printed
)

select
    form_key,
    bool_or(differs) as level_money_differs,
    max(case when differs then phrase end) as level_money_words,
    cast(max(case when differs then level_wan end) as decimal(18, 6)) as level_money_wan
from sought
group by form_key
