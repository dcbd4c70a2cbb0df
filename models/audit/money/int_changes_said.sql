with forms as (
    select * from {{ ref('int_forms_united') }}
),

executions as (
    {{ touched('fct_execution') }}
),

numbered as (
    select
        form_key,
        phrase,
        regexp_extract(phrase, '[0-9][0-9,]*(?:[.][0-9]+)?(?:万|亿)?元$') as after_words,
        regexp_replace(phrase, '[0-9][0-9,]*(?:[.][0-9]+)?(?:万|亿)?元$', '') as before_words
    from {{ ref('int_changes_worded') }}
),

sides as (
    select
        form_key,
        phrase,
        'after' as side,
        after_words as words
    from numbered
    union all
    select
        form_key,
        phrase,
        'before' as side,
        unnest(regexp_extract_all(before_words, '[0-9][0-9,]*(?:[.][0-9]+)?(?:万|亿)?元')) as words
    from numbered
),

valued as (
    select
        form_key,
        phrase,
        side,
        try_cast(replace(regexp_extract(words, '[0-9][0-9,]*(?:[.][0-9]+)?'), ',', '') as decimal(18, 6))
        * case when words like '%亿元' then 10000 when words like '%万元' then 1 else 0.0001 end as said_wan
    from sides
),

matched as (
    select
        valued.form_key,
        valued.phrase,
        valued.side,
        max(valued.said_wan) as said_wan,
        count(distinct valued.said_wan) as numbers,
        bool_or(amounts.amount_wan is not null) as is_printed
    from valued
    left join {{ ref('int_amounts_printed') }} as amounts
        on valued.form_key = amounts.form_key and valued.said_wan = amounts.amount_wan
    group by valued.form_key, valued.phrase, valued.side
),

-- one of the two numbers proves of what money the words are; beside a table that prints both, the other is wrong
changed as (
    select
        afterwards.form_key,
        afterwards.phrase as change_words,
        not afterwards.is_printed
        or earlier.numbers = 1
        and not earlier.is_printed
        and coalesce(executions.budget_wan != executions.adjusted_wan, false) as is_changed_otherwise
    from matched as afterwards
    inner join matched as earlier
        on afterwards.form_key = earlier.form_key and afterwards.phrase = earlier.phrase and earlier.side = 'before'
    inner join forms on afterwards.form_key = forms.form_key
    left join executions on afterwards.form_key = executions.execution_key
    where
        afterwards.side = 'after'
        and (earlier.is_printed or afterwards.is_printed)
        and afterwards.said_wan between forms.amount_wan / 5 and forms.amount_wan * 5
)

select
    form_key,
    change_words,
    is_changed_otherwise
from changed
qualify row_number() over (partition by form_key order by not is_changed_otherwise, change_words) = 1
