with texts as (
    select
        form_key,
        unnest(
            regexp_extract_all(
                {{ name_key("concat_ws('。', achieved_goal, annual_goal)") }}, {{ audit_pattern('rate_said') }}
            )
        ) as phrase
    from {{ ref('int_forms_united') }}
    where form_kind != 'plan'
),

-- a rate of one time of the year, of a part or of another year says nothing of the whole
rates as (
    select
        form_key,
        phrase,
        try_cast(regexp_extract(phrase, '([0-9]+(?:[.][0-9]+)?)%$', 1) as decimal(18, 6)) as said_rate
    from texts
    where not regexp_matches(phrase, {{ audit_pattern('rate_of_part') }})
),

-- what a report says around its one form
reported as (
    {{ words_around_forms(['rate_contradicted']) }}
),

-- all money spent is a rate of 100
spent as (
    select
        form_key,
        regexp_extract({{ name_key('achieved_goal') }}, {{ audit_pattern('all_spent') }}) as phrase,
        cast(100 as decimal(18, 6)) as said_rate
    from {{ ref('int_forms_united') }}
    where form_kind != 'plan' and regexp_matches({{ name_key('achieved_goal') }}, {{ audit_pattern('all_spent') }})
),

united as (
    select * from rates
    union all
    select * from spent
    union all
    select
        form_key,
        phrase,
        try_cast(regexp_extract(phrase, '([0-9]+(?:[.][0-9]+)?)[%％]$', 1) as decimal(18, 6)) as said_rate
    from reported
)

select
    form_key,
    max(phrase) as said_words,
    max(said_rate) as said_rate
from united
group by form_key
having count(distinct said_rate) = 1
