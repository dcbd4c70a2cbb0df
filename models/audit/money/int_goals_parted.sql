{%- set amount = "'[0-9]+(?:[.][0-9]+)?(?:万元|元)'" -%}
with texts as (
    select
        form_key,
        annual_goal as said
    from {{ ref('int_forms_united') }}
    union all
    select
        form_key,
        achieved_goal as said
    from {{ ref('int_forms_united') }}
),

goals as (
    select
        form_key,
        unnest(regexp_extract_all(
            replace({{ name_key('said') }}, ',', '、'), {{ audit_pattern('money_of_parts') }}
        )) as phrase
    from texts
),

-- 共30万元,其中:12万元用于…;8万元用于…;10万元用于…
amounts as (
    select
        form_key,
        phrase,
        regexp_extract(phrase, {{ amount }}) as whole,
        unnest(regexp_extract_all(phrase, {{ amount }})) as printed
    from goals
),

valued as (
    select
        form_key,
        phrase,
        try_cast(regexp_extract(whole, '^[0-9.]+') as decimal(18, 6))
        * case when whole like '%万元' then 1 else 0.0001 end as whole_wan,
        try_cast(regexp_extract(printed, '^[0-9.]+') as decimal(18, 6))
        * case when printed like '%万元' then 1 else 0.0001 end as amount_wan
    from amounts
),

-- two may be some of the parts, three are all of them
summed as (
    select
        form_key,
        phrase as parted_words,
        cast(max(whole_wan) as decimal(18, 6)) as parted_wan,
        cast(sum(amount_wan) - max(whole_wan) as decimal(18, 6)) as goal_parts_wan
    from valued
    group by form_key, phrase
    having count(*) > 3
)

select * from summed
qualify row_number() over (
    partition by form_key order by case when parted_wan = goal_parts_wan then 2 else 1 end, parted_words
) = 1
