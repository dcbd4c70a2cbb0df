with performance as (
    select * from {{ ref('int_scores_united') }}
),

indicators as (
    select * from {{ ref('int_indicators_audited') }}
    where form_kind in ('evaluation', 'department')
),

subjects as (
    select
        performance.subject_key,
        performance.document_key,
        performance.project_key,
        cast(null as bigint) as indicator_key,
        indicators.form_key,
        performance.indicator_name,
        performance.target,
        indicators.annual_text as target_text,
        performance.target_value,
        performance.actual,
        performance.actual_value,
        performance.actual_unit,
        performance.direction,
        performance.target_is_quantitative and performance.actual_is_quantitative and performance.target_met is not null
        -- a bare number is in the unit of its target, unless it is a share of one
        and case
            when performance.actual_unit is null
                then coalesce(performance.target_unit, '') != '%' or performance.actual_value > 1
            else performance.actual_unit = coalesce(performance.target_unit, '')
        end
        -- 每季度1次 is none of 4次
        and (
            not coalesce(regexp_matches(performance.target, {{ audit_pattern('per_period') }}), false)
            or coalesce(regexp_matches(performance.actual, {{ audit_pattern('per_period') }}), false)
        ) as is_measured,
        performance.target_met,
        performance.weight,
        performance.score,
        performance.reason,
        indicators.annual_plain_unit as target_unit,
        described.target_kind,
        described.actual_kind,
        described.is_any_thing,
        described.is_met_word,
        described.is_vague_word,
        described.is_execution_name,
        described.actual_year,
        unfinished.unfinished_words,
        coefficients.coefficient_words,
        coefficients.coefficient,
        coefficients.score_difference,
        crossed.other_indicator_name,
        exceeding.exceeding_words,
        costs.cost_wan,
        costs.executed_wan as cost_executed_wan,
        said.said_words,
        said.said_value,
        said.actual_number,
        indicators.target_year,
        indicators.budget_year,
        indicators.last_year,
        indicators.is_growth_name,
        indicators.is_share_name,
        indicators.is_unused,
        indicators.is_criterion,
        indicators.is_blank,
        indicators.form_targets,
        indicators.is_doubtful,
        planned.planned_target,
        planned.planned_text,
        planned.planned_value,
        planned.planned_unit,
        beside.has_own_reason,
        beside.has_reason,
        beside.has_reason_column,
        count(performance.actual) over (partition by indicators.form_key) as form_actuals,
        count(performance.score) over (partition by indicators.form_key) as form_scores,
        {{ score_in_words('performance') }},
        {{ place_columns('performance') }}
    from performance
    inner join indicators on performance.subject_key = indicators.subject_key
    left join {{ ref('int_reasons_beside') }} as beside on performance.subject_key = beside.subject_key
    left join {{ ref('int_actuals_described') }} as described on performance.subject_key = described.subject_key
    left join {{ ref('int_actuals_said') }} as said on performance.subject_key = said.subject_key
    left join {{ ref('int_reasons_crossed') }} as crossed on performance.subject_key = crossed.subject_key
    left join {{ ref('int_reasons_exceeding') }} as exceeding on performance.subject_key = exceeding.subject_key
    left join {{ ref('int_costs_executed') }} as costs on performance.subject_key = costs.subject_key
    left join {{ ref('int_unfinished_said') }} as unfinished on performance.subject_key = unfinished.subject_key
    left join {{ ref('int_coefficients_read') }} as coefficients on performance.subject_key = coefficients.subject_key
    left join {{ ref('int_targets_planned') }} as planned
        on indicators.form_key = planned.form_key and indicators.name_text = planned.name_text
)

select * from subjects
order by subject_key
