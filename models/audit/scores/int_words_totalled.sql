with phrases as (
    select
        form_key,
        'spent' as said_of,
        unnest(regexp_extract_all(said, {{ audit_pattern('spending_said') }})) as phrase
    from {{ ref('int_conclusions_said') }}
    union all
    select
        form_key,
        'score' as said_of,
        unnest(regexp_extract_all(said, {{ audit_pattern('score_said') }})) as phrase
    from {{ ref('int_conclusions_said') }}
),

of_whole as (
    select
        form_key,
        said_of,
        phrase
    from phrases
    where not regexp_matches(phrase, {{ audit_pattern('rate_of_part') }})
),

-- what a report says around its one form
reported as (
    select
        form_key,
        case code when 'score_contradicted' then 'score' else 'spent' end as said_of,
        phrase
    from ({{ words_around_forms(['spending_contradicted', 'score_contradicted']) }}) as words
),

united as (
    select * from of_whole
    union all
    select * from reported
),

valued as (
    select
        *,
        try_cast(
            regexp_extract(replace(phrase, ',', ''), '([0-9]+(?:[.][0-9]+)?)[^0-9]*$', 1) as decimal(18, 6)
        ) * case
            when phrase like '%亿元' then 10000
            when phrase like '%万元' or said_of = 'score' then 1
            else 0.0001
        end as said_value
    from united
),

said as (
    select
        form_key,
        said_of,
        max(phrase) as said_words,
        max(said_value) as said_value
    from valued
    group by form_key, said_of
    having count(distinct said_value) = 1
)

select
    form_key,
    max(case when said_of = 'spent' then said_words end) as spending_words,
    cast(max(case when said_of = 'spent' then said_value end) as decimal(18, 6)) as spending_said_wan,
    max(case when said_of = 'score' then said_words end) as score_words,
    cast(max(case when said_of = 'score' then said_value end) as decimal(18, 6)) as score_said
from said
group by form_key
