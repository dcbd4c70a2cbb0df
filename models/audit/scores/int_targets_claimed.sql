-- 户均增收1200元以上 of what came to 800元
select
    subject_key,
    phrase as said_words,
    said_value,
    actual_number
from {{ ref('int_actuals_beside') }}
where
    claims_bound
    and (is_of_thing or has_its_noun)
    and said_value = target_number
    and actual_number < said_value
    and not target_met
