with reasons as (
    select
        united.subject_key,
        {{ name_key('united.indicator_name') }} as name_text,
        {{ name_key('scores.reason') }} as reason_text
    from {{ ref('int_indicators_united') }} as united
    inner join {{ ref('int_scores_united') }} as scores on united.subject_key = scores.subject_key
    where
        united.indicator_name is not null
        and regexp_matches({{ name_key('scores.reason') }}, {{ audit_pattern('target_exceeded') }})
),

-- what is said to be above its target: nothing named, or what the indicator names
exceeding as (
    select
        *,
        regexp_extract(reason_text, {{ audit_pattern('target_exceeded') }}, 1) as thing
    from reasons
)

select
    subject_key,
    reason_text as exceeding_words
from exceeding
where
    not regexp_matches(thing, {{ audit_pattern('no_target_exceeded') }})
    and (
        thing = ''
        or array_length(list_intersect(
            {{ character_pairs('thing') }}, {{ character_pairs(noun_alone('name_text')) }}
        )) > 0
    )
