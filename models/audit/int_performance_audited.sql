with performance as (
    {{ touched('fct_performance') }}
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
        coalesce(not regexp_full_match({{ name_key('performance.reason') }}, {{ audit_pattern('placeholder') }}), false)
            as has_reason,
        '指标“' || coalesce(performance.indicator_name, '') || '”目标“' || coalesce(performance.target, '')
        || '”，实际“' || coalesce(performance.actual, '')
        || '”，得分 ' || cast(performance.score as decimal(18, 2))
        || '，分值 ' || cast(performance.weight as decimal(18, 2)) as score_in_words,
        performance.page,
        performance.line,
        performance.char_start,
        performance.char_end
    from performance
)

select * from subjects
order by subject_key
