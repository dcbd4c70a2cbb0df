{%- set goal = "translate(" ~ name_key('annual_goal') ~ ", ',;.:、。', '')" -%}
{%- set achieved = "translate(" ~ name_key('achieved_goal') ~ ", ',;.:、。', '')" -%}
with judged as (
    select
        {{ subject_columns() }},
        form_kind = 'evaluation'
        and length({{ goal }}) >= threshold
        -- 改造危房1000户 says a result as well as a goal
        and regexp_matches({{ name_key('annual_goal') }}, '(^|[,;.。])[^0-9,;.。]{4,}($|[,;.。])')
        and achieved_goal is not null
        and not coalesce(is_blank, false) as applies,
        {{ achieved }} = {{ goal }} as is_hit,
        {{ says('完成情况与年度目标一字不差：{left(achieved_goal, 40)}',
            'What was achieved repeats the goal word for word: {left(achieved_goal, 40)}') }}
    from {{ subjects_of('achieved_copies_goal', 'int_evaluations_audited') }}
    union all
    select
        {{ subject_columns() }},
        target_value is not null and actual is not null and not coalesce(is_blank, false) as applies,
        rtrim(regexp_replace({{ name_key('actual') }}, '^[≥≤<>＜＞=]+', ''), '。')
        = rtrim(regexp_replace({{ name_key('target') }}, '^[≥≤<>＜＞=]+', ''), '。')
        -- 达95%以上 is a bound, and no value
        and (
            regexp_matches({{ name_key('actual') }}, '^[≥≤<>＜＞]')
            or regexp_matches({{ name_key('actual') }}, '[0-9]([.][0-9]+)?[%万亿]?[^0-9;,。]{0,3}(以上|以下|以内)[。.]?$')
        ) as is_hit,
        {{ says('{score_in_words}', '{score_in_english}') }}
    from {{ subjects_of('actual_copies_target', 'int_performance_audited') }}
    union all
    select
        {{ subject_columns() }},
        form_kind = 'evaluation'
        and initial_wan > 0
        and adjusted_wan is not null
        and all_weighted
        and all_scored
        and not coalesce(is_explained, false)
        and not coalesce(is_blank, false) as applies,
        adjusted_wan <= initial_wan * (1 - threshold) and all_full as is_hit,
        {{ says('年初预算 {initial_wan|2} 万元，全年预算减至 {adjusted_wan|2} 万元，各项指标均得满分',
            'Initial budget {initial_wan|2} 万元, cut to {adjusted_wan|2} 万元, yet every indicator has its full score') }}
    from {{ subjects_of('budget_cut_full_scores', 'int_evaluations_audited') }}
    union all
    select
        {{ subject_columns() }},
        annual_goal is not null and achieved_goal is not null and not coalesce(is_blank, false) as applies,
        is_done_alone as is_hit,
        {{ says('年度目标完成情况只写“{achieved_goal}”', 'Of what was achieved the form says “{achieved_goal}” alone') }}
    from {{ subjects_of('achieved_without_content', 'int_evaluations_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
