with scored as (
    select
        indicators.form_key,
        indicators.indicator_seq,
        indicators.printed_level1,
        try_cast(
            nullif(regexp_extract({{ name_key('indicators.printed_level1') }}, '[(]([0-9]+(?:[.][0-9]+)?)分[)]', 1), '')
            as decimal(18, 6)
        ) as level_points,
        scores.score,
        scores.weight
    from {{ ref('int_scores_united') }} as scores
    inner join {{ ref('int_indicators_united') }} as indicators on scores.subject_key = indicators.subject_key
),

-- half as much again is of a level that is printed twice; scores above their weights, and weights above the level, are
-- raised themselves
summed as (
    select
        form_key,
        printed_level1 as scored_level,
        level_points,
        cast(sum(score) as decimal(18, 2)) as level_score,
        sum(score) > level_points and sum(score) < level_points * 1.5 as is_above_points,
        min(indicator_seq) as first_seq
    from scored
    where level_points > 0
    group by form_key, printed_level1, level_points
    having
        count(score) = count(*)
        and not coalesce(bool_or(score > weight) or sum(weight) > level_points, false)
)

select
    form_key,
    scored_level,
    level_points,
    level_score,
    is_above_points
from summed
qualify
    row_number() over (
        partition by form_key
        order by case when is_above_points then 1 else 2 end, first_seq, scored_level
    ) = 1
