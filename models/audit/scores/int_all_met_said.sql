with united as (
    select
        form_key,
        done_words,
        missed_words
    from {{ ref('int_all_done_said') }}
    union all
    -- words that count the indicators and say that all were met
    select
        form_key,
        count_words as done_words,
        missed_words
    from {{ ref('int_indicators_said') }}
    where says_all_met
)

select
    form_key,
    min(done_words) as done_words,
    min(missed_words) as missed_words
from united
group by form_key
