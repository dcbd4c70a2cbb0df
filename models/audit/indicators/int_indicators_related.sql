with indicators as (
    select * from {{ ref('int_indicators_described') }}
),

-- what is known beside the subjects: joined to their keys first, and to their many columns once
related as (
    select
        indicators.subject_key as known_subject_key,
        regexp_matches(indicators.name_text, {{ audit_pattern('benefit_name') }})
        and not regexp_matches(indicators.name_text, {{ audit_pattern('not_benefit_name') }}) as is_benefit_name,
        regexp_matches(indicators.name_text, {{ audit_pattern('done_name') }})
        and not regexp_matches(indicators.name_text, {{ audit_pattern('not_done_name') }}) as is_done_name,
        regexp_matches(indicators.note, {{ audit_pattern('favourable_note') }}) as is_favourable,
        regexp_matches(indicators.name_text, {{ audit_pattern('result_name') }}) as is_result_name,
        regexp_matches(indicators.name_text, {{ audit_pattern('steady_limit') }}) as is_steady_limit,
        regexp_matches(indicators.name_text, {{ audit_pattern('opinion_name') }}) as is_opinion_name,
        -- 设备购置 at =100 %: a thing, or what is done to it, without its number
        indicators.annual_text in ('100%', '=100%')
        and starts_with(indicators.level2_text, '数量')
        and regexp_matches(indicators.name_text, {{ audit_pattern('thing_name') }})
        and not regexp_matches(indicators.name_text, {{ audit_pattern('no_thing_name') }}) as is_thing_in_percent,
        halves.half_target,
        halves.is_above_year,
        expected.expected_text,
        expected.is_expected_below,
        promised.promised_words,
        promised.asks_for_less,
        promised.asks_for_more,
        promised.named_words,
        promised.is_below_name,
        signs.is_against_goal,
        signs.bound_words,
        placed.is_outside_months,
        placed.period_text as months_of_project,
        deadlines.day_words,
        deadlines.is_after_goal,
        matched.project_target,
        matched.is_below_project,
        matched.is_above_project,
        weights.is_left_out,
        weights.other_weights,
        before.before_targets,
        before.before_value,
        coalesce(things.other_project_name, borrowed.other_project_name) as other_project_name,
        coalesce(things.subject_key is not null or borrowed.is_borrowed, borrowed.is_borrowed) as is_borrowed,
        reworded.other_name,
        crossed.is_of_other_field,
        crossed.is_of_field_beside,
        crossed.is_of_benefit,
        copied.digits as copied_digits,
        copied.other_families as copied_families,
        copied.other_project_name as copied_from
    from indicators
    left join {{ ref('int_halves_promised') }} as halves on indicators.subject_key = halves.subject_key
    left join {{ ref('int_targets_expected') }} as expected on indicators.subject_key = expected.subject_key
    left join {{ ref('int_goals_promised') }} as promised on indicators.subject_key = promised.subject_key
    left join {{ ref('int_signs_promised') }} as signs on indicators.subject_key = signs.subject_key
    left join {{ ref('int_deadlines_promised') }} as deadlines on indicators.subject_key = deadlines.subject_key
    left join {{ ref('int_deadlines_placed') }} as placed on indicators.subject_key = placed.subject_key
    left join {{ ref('int_departments_matched') }} as matched on indicators.subject_key = matched.subject_key
    left join {{ ref('int_weights_left_out') }} as weights on indicators.subject_key = weights.subject_key
    left join {{ ref('int_targets_before') }} as before on indicators.subject_key = before.subject_key
    left join {{ ref('int_names_borrowed') }} as borrowed on indicators.subject_key = borrowed.subject_key
    left join {{ ref('int_things_borrowed') }} as things on indicators.subject_key = things.subject_key
    left join {{ ref('int_fields_crossed') }} as crossed on indicators.subject_key = crossed.subject_key
    left join {{ ref('int_indicators_reworded') }} as reworded on indicators.subject_key = reworded.subject_key
    left join {{ ref('int_counts_copied') }} as copied on indicators.subject_key = copied.subject_key
)

select
    indicators.*,
    related.*
from indicators
inner join related on indicators.subject_key = related.known_subject_key
