with performance as (
    {{ touched('fct_performance') }}
),

placeholders as (
    select {{ audit_pattern('placeholder') }} as pattern
),

subjects as (
    select
        performance.performance_key as subject_key,
        performance.document_key,
        performance.project_key,
        cast(null as bigint) as indicator_key,
        performance.indicator_name,
        performance.target,
        performance.actual,
        performance.target_met,
        performance.weight,
        performance.score,
        performance.reason,
        coalesce(not regexp_full_match({{ name_key('performance.reason') }}, placeholders.pattern), false)
            as has_reason,
        performance.page,
        performance.line,
        performance.char_start,
        performance.char_end
    from performance
    cross join placeholders
)

select * from subjects
