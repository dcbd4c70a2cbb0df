-- 水毁道路修复(120万元): the one amount that the name of a project says
with forms as (
    select
        form_key,
        {{ name_key('project_name') }} as name_text
    from {{ ref('int_projects_audited') }}
    where form_kind != 'department' and project_name like '%元%'
),

named as (
    select
        *,
        regexp_extract(name_text, {{ audit_pattern('money_in_name') }}) as words
    from forms
    where
        array_length(regexp_extract_all(name_text, {{ audit_pattern('money_in_name') }})) = 1
        and not regexp_matches(name_text, {{ audit_pattern('no_money_in_name') }})
),

valued as (
    select
        *,
        try_cast(replace(regexp_extract(words, '^[0-9,.]+'), ',', '') as decimal(18, 6))
        * case when contains(words, '亿') then 10000 else 1 end as named_wan
    from named
)

select
    valued.form_key,
    max(valued.words) as named_words,
    -- 120.4 is 120 in round figures
    not bool_or(abs(amounts.amount_wan - valued.named_wan) < 0.01 or round(amounts.amount_wan, 0) = valued.named_wan)
        as name_differs
from valued
inner join {{ ref('int_amounts_anywhere') }} as amounts on valued.form_key = amounts.form_key
where valued.named_wan > 0
group by valued.form_key
