with scores as (
    select * from {{ ref('int_scores_united') }}
),

indicators as (
    select
        subject_key,
        form_key,
        form_kind,
        name_text
    from {{ ref('int_indicators_audited') }}
    where form_kind in ('evaluation', 'department')
),

own as (
    select
        scores.subject_key,
        scores.reason,
        indicators.form_key,
        indicators.name_text,
        max(scores.reason) over (partition by scores.document_key, indicators.form_kind) is not null as has_reasons,
        -- 无, or that nothing deviates: no reason
        coalesce(
            not regexp_full_match({{ name_key('scores.reason') }}, {{ audit_pattern('placeholder') }})
            and not regexp_full_match(
                rtrim({{ name_key('scores.reason') }}, '。.,;'), {{ audit_pattern('placeholder_reason') }}
            ),
            false
        ) as has_own_reason
    from scores
    inner join indicators on scores.subject_key = indicators.subject_key
),

-- where reasons stand beside indicators, one for the whole form is of those that it names
beside as (
    select
        own.subject_key,
        own.has_own_reason,
        own.has_own_reason
        or coalesce(reasons.is_in_words or coefficients.has_explanation, false)
        or coalesce(
            reasons.reason_words is not null
            and (
                not own.has_reasons
                or array_length(list_intersect(
                    {{ character_pairs('reasons.reason_words') }},
                    {{ character_pairs(noun_alone('own.name_text')) }}
                )) > 0
            ),
            false
        ) as has_reason,
        coalesce(printed.has_reason_column, false)
        or reasons.reason_words is not null
        -- 存在问题：无
        or coalesce(reasons.says_none, false)
        or coefficients.has_explanation is not null
        or own.has_reasons as has_reason_column
    from own
    left join {{ ref('int_reasons_said') }} as reasons on own.form_key = reasons.form_key
    left join {{ ref('int_coefficients_read') }} as coefficients on own.subject_key = coefficients.subject_key
    left join {{ ref('int_forms_printed') }} as printed on own.form_key = printed.form_key
)

select * from beside
