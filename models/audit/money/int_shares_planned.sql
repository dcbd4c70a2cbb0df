with attributes as (
    {{ touched('project_attributes') }}
),

-- 3月底前 25%, 12月底前 100%: how much of the money is to be spent by when
shares as (
    select
        document_key,
        project_key,
        regexp_full_match({{ name_key('attribute') }}, {{ audit_pattern('plan_share_last') }}) as is_last,
        attribute || ' ' || value as words,
        try_cast(rtrim({{ name_key('value') }}, '%％') as decimal(18, 6)) as share,
        char_start
    from attributes
    where
        regexp_full_match({{ name_key('attribute') }}, {{ audit_pattern('plan_share') }})
        and regexp_full_match({{ name_key('value') }}, '[0-9]+([.][0-9]+)?[%％]')
),

followed as (
    select
        *,
        lag(share) over (partition by document_key, project_key order by char_start) as share_before
    from shares
),

gathered as (
    select
        document_key,
        project_key,
        max(case when is_last then share end) as last_share,
        sum(share) as shares,
        string_agg(words, '、' order by char_start) as share_words,
        -- less until a later month than until an earlier one
        bool_or(share < share_before) as is_falling
    from followed
    group by document_key, project_key
    having count(*) > 1 and count(case when is_last then 1 end) = 1
)

select * from gathered
