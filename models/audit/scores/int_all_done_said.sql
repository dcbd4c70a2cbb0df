with done as (
    select
        form_key,
        min(said) as done_words
    from {{ ref('int_conclusions_said') }}
    where
        regexp_matches(said, {{ audit_pattern('all_done') }})
        and not regexp_matches(said, {{ audit_pattern('not_all_done') }})
    group by form_key
),

-- what was counted and fell short, the money left out
missed as (
    select
        united.form_key,
        min(scores.indicator_name || ' ' || scores.target || '，' || scores.actual) as missed_words
    from {{ ref('int_scores_united') }} as scores
    inner join {{ ref('int_indicators_united') }} as united on scores.subject_key = united.subject_key
    where
        not scores.target_met
        and scores.target_is_quantitative
        and scores.actual_is_quantitative
        and coalesce(scores.target_unit, '') != '%'
    group by united.form_key
)

select
    done.form_key,
    done.done_words,
    missed.missed_words
from done
left join missed on done.form_key = missed.form_key
