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
        and coalesce(performance.actual_unit, '') = coalesce(performance.target_unit, '')
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
        crossed.other_indicator_name,
        described.actual_year,
        said.said_words,
        said.said_value,
        said.actual_number,
        indicators.target_year,
        indicators.budget_year,
        indicators.last_year,
        indicators.is_growth_name,
        indicators.is_share_name,
        indicators.is_unused,
        indicators.is_blank,
        indicators.form_targets,
        indicators.is_doubtful,
        planned.planned_target,
        planned.planned_text,
        planned.planned_value,
        planned.planned_unit,
        coalesce(not regexp_full_match({{ name_key('performance.reason') }}, {{ audit_pattern('placeholder') }}), false)
            as has_own_reason,
        coalesce(not regexp_full_match({{ name_key('performance.reason') }}, {{ audit_pattern('placeholder') }}), false)
        or coalesce(reasons.is_in_words, false)
        -- where reasons stand beside indicators, one for the whole form is of those that it names
        or coalesce(
            reasons.reason_words is not null
            and (
                max(performance.reason) over (partition by performance.document_key, indicators.form_kind) is null
                or contains(reasons.reason_words, right(indicators.name_text, 4))
            ),
            false
        ) as has_reason,
        coalesce(printed.has_reason_column, false)
        or reasons.reason_words is not null
        or max(performance.reason) over (partition by performance.document_key, indicators.form_kind) is not null
            as has_reason_column,
        count(performance.actual) over (partition by indicators.form_key) as form_actuals,
        count(performance.score) over (partition by indicators.form_key) as form_scores,
        '指标“' || coalesce(performance.indicator_name, '') || '”目标“' || coalesce(performance.target, '')
        || '”，实际“' || coalesce(performance.actual, '')
        || '”，得分 ' || coalesce(cast(cast(performance.score as decimal(18, 2)) as varchar), '未填')
        || '，分值 ' || coalesce(cast(cast(performance.weight as decimal(18, 2)) as varchar), '未填') as score_in_words,
        'Indicator “' || coalesce(performance.indicator_name, '') || '”: target “' || coalesce(performance.target, '')
        || '”, actual “' || coalesce(performance.actual, '')
        || '”, score ' || coalesce(cast(cast(performance.score as decimal(18, 2)) as varchar), 'none')
        || ' of ' || coalesce(cast(cast(performance.weight as decimal(18, 2)) as varchar), 'none') as score_in_english,
        {{ place_columns('performance') }}
    from performance
    inner join indicators on performance.subject_key = indicators.subject_key
    left join {{ ref('int_reasons_said') }} as reasons on indicators.form_key = reasons.form_key
    left join {{ ref('int_actuals_described') }} as described on performance.subject_key = described.subject_key
    left join {{ ref('int_actuals_said') }} as said on performance.subject_key = said.subject_key
    left join {{ ref('int_reasons_crossed') }} as crossed on performance.subject_key = crossed.subject_key
    left join {{ ref('int_forms_printed') }} as printed on indicators.form_key = printed.form_key
    left join {{ ref('int_targets_planned') }} as planned
        on
            indicators.form_key = planned.form_key and indicators.name_text = planned.name_text
)

select * from subjects
order by subject_key
