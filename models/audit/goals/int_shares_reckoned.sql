{%- set number = "[0-9][0-9,]*(?:[.][0-9]+)?" -%}
with texts as (
    select
        form_key,
        {{ name_key("concat_ws('。', annual_goal, achieved_goal)") }} as said
    from {{ ref('int_forms_united') }}
),

-- 应参保4000人,实参保3800人,参保率98%; 排查隐患400处,整改380处,整改率98%
phrases as (
    select
        form_key,
        unnest(regexp_extract_all(said, {{ audit_pattern('share_in_words') }})) as phrase
    from texts
),

parts as (
    select
        form_key,
        phrase,
        starts_with(phrase, '应') as is_due,
        regexp_extract(phrase, '^[^0-9]*({{ number }})', 1) as whole,
        regexp_extract(phrase, '^[^0-9]*{{ number }}[^0-9]+({{ number }})', 1) as part,
        regexp_extract(phrase, '({{ number }})%$', 1) as rate,
        regexp_extract(phrase, {{ audit_pattern('act_of_rate') }}) as act,
        regexp_extract(phrase, '([^0-9,;。、:]{2,4}?)(?:完成)?(?:率|比例)[^0-9]*{{ number }}%$', 1) as act_of_rate
    from phrases
),

valued as (
    select
        form_key,
        phrase,
        try_cast(replace(whole, ',', '') as double) as whole,
        try_cast(replace(part, ',', '') as double) as part,
        try_cast(replace(rate, ',', '') as double) as rate,
        case when contains(rate, '.') then 0.15 else 1.0 end as rounded
    from parts
    -- 办结及时率 is of another part than 办结率
    where
        case
            when is_due then not regexp_matches(act_of_rate, '及时|满意|按[时期]|准时|增长')
            else act != '' and right(act_of_rate, length(act)) = act
        end
),

compared as (
    select
        form_key,
        phrase as share_words,
        try_cast(100 * part / whole as decimal(18, 2)) as share_due,
        abs(100 * part / whole - rate) > rounded as share_differs
    from valued
    where whole > 0 and part <= whole and part * 4 > whole
)

select * from compared
qualify
    row_number() over (partition by form_key order by case when share_differs then 1 else 2 end, share_words) = 1
