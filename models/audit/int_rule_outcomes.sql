with outcomes as (
    select * from {{ ref('rule_total_not_sources') }}
    union all
    select * from {{ ref('rule_unit_not_projects') }}
    union all
    select * from {{ ref('rule_document_not_projects') }}
    union all
    select * from {{ ref('rule_unit_slip') }}
    union all
    select * from {{ ref('rule_amount_repaired') }}
    union all
    select * from {{ ref('rule_goal_missing') }}
    union all
    select * from {{ ref('rule_indicators_missing') }}
    union all
    select * from {{ ref('rule_output_missing') }}
    union all
    select * from {{ ref('rule_benefit_missing') }}
    union all
    select * from {{ ref('rule_satisfaction_missing') }}
    union all
    select * from {{ ref('rule_cost_missing') }}
    union all
    select * from {{ ref('rule_indicator_name_missing') }}
    union all
    select * from {{ ref('rule_annual_target_missing') }}
    union all
    select * from {{ ref('rule_cycle_target_missing') }}
    union all
    select * from {{ ref('rule_vague_target') }}
    union all
    select * from {{ ref('rule_target_repeats_name') }}
    union all
    select * from {{ ref('rule_placeholder_target') }}
    union all
    select * from {{ ref('rule_too_many_indicators') }}
    union all
    select * from {{ ref('rule_kinds_differ') }}
    union all
    select * from {{ ref('rule_units_differ') }}
    union all
    select * from {{ ref('rule_directions_differ') }}
    union all
    select * from {{ ref('rule_annual_looser') }}
    union all
    select * from {{ ref('rule_words_differ') }}
    union all
    select * from {{ ref('rule_goals_equal') }}
    union all
    select * from {{ ref('rule_cycle_count_equals_year') }}
    union all
    select * from {{ ref('rule_named_after_other_unit') }}
    union all
    select * from {{ ref('rule_percentage_out_of_range') }}
    union all
    select * from {{ ref('rule_rate_without_percent') }}
    union all
    select * from {{ ref('rule_rate_answered_yes') }}
    union all
    select * from {{ ref('rule_count_answered_by_rate') }}
    union all
    select * from {{ ref('rule_cost_at_least') }}
    union all
    select * from {{ ref('rule_deadline_outside') }}
    union all
    select * from {{ ref('rule_satisfaction_elsewhere') }}
    union all
    select * from {{ ref('rule_timeliness_under_benefit') }}
    union all
    select * from {{ ref('rule_duplicate_indicator') }}
    union all
    select * from {{ ref('rule_goal_copied') }}
    union all
    select * from {{ ref('rule_indicators_copied') }}
    union all
    select * from {{ ref('rule_goal_unchanged') }}
    union all
    select * from {{ ref('rule_ordinals_broken') }}
    union all
    select * from {{ ref('rule_text_looped') }}
    union all
    select * from {{ ref('rule_field_unreadable') }}
    union all
    select * from {{ ref('rule_project_classified') }}
    union all
    select * from {{ ref('rule_year_not_printed') }}
    union all
    select * from {{ ref('rule_published_twice') }}
    union all
    select * from {{ ref('rule_indicators_unchanged') }}
)

select * from outcomes
