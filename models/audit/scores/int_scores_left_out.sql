with indicators as (
    select
        subject_key,
        form_key,
        name_text
    from {{ ref('int_indicators_described') }}
    where not is_unused and coalesce(indicator_name, annual_target) is not null
),

counted as (
    select
        indicators.subject_key,
        indicators.name_text,
        scores.weight,
        scores.score,
        scores.target,
        scores.actual,
        count(*) over of_form as form_indicators,
        count(scores.weight + scores.score) over of_form as form_scored
    from indicators
    inner join {{ ref('int_scores_united') }} as scores on indicators.subject_key = scores.subject_key
    window of_form as (partition by indicators.form_key)
)

-- 其中 is a part of the row above, and scored with it
select
    subject_key,
    form_scored as scored_indicators,
    weight is null
    and score is null
    and target is not null
    and actual is not null
    and form_scored = form_indicators - 1
    and not coalesce(regexp_matches(name_text, '^([(（]?[0-9一二三四五六七八九十]{0,2}[)）.、]?)?其中'), false)
    and not coalesce(regexp_matches(name_text, {{ audit_pattern('execution_name') }}), false) as is_not_scored
from counted
