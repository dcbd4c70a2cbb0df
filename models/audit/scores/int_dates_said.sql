with scores as (
    select
        scores.subject_key,
        forms.budget_year,
        {{ name_key('scores.reason') }} as reason_text,
        {{ day_named(name_key('scores.actual'), '31') }} as actual_last
    from {{ ref('int_scores_united') }} as scores
    inner join {{ ref('int_indicators_united') }} as indicators on scores.subject_key = indicators.subject_key
    inner join {{ ref('int_forms_united') }} as forms on indicators.form_key = forms.form_key
),

-- 实验设备于2023年3月到货: an act and its day, in the reason of an indicator that was done on a day
phrases as (
    select
        subject_key,
        budget_year,
        actual_last + case when actual_last < 10000 then 10000 * budget_year else 0 end as actual_last,
        unnest(regexp_extract_all(reason_text, {{ audit_pattern('dated_act') }})) as phrase
    from scores
    where actual_last is not null and reason_text is not null
),

dated as (
    select
        subject_key,
        phrase,
        actual_last,
        10000 * coalesce(try_cast(nullif(regexp_extract(phrase, '(20[0-9]{2})年', 1), '') as bigint), budget_year)
        + 100 * try_cast(regexp_extract(phrase, '([0-9]{1,2})月', 1) as bigint)
        + coalesce(try_cast(nullif(regexp_extract(phrase, '月([0-9]{1,2})[日号]', 1), '') as bigint), 1) as said_first
    from phrases
    where not regexp_matches(regexp_extract(phrase, '^[^0-9]*'), {{ audit_pattern('not_dated_act') }})
)

select
    subject_key,
    min(phrase) as dated_words,
    bool_or(said_first > actual_last) as is_said_later
from dated
group by subject_key
