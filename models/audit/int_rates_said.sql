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
)

select
    form_key,
    max(phrase) as said_words,
    max(said_rate) as said_rate
from rates
group by form_key
having count(distinct said_rate) = 1
