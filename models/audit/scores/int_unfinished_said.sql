with indicators as (
    select
        scores.subject_key,
        united.form_key,
        regexp_matches({{ name_key('scores.indicator_name') }}, {{ audit_pattern('completion_name') }})
            as is_of_completion,
        {{ name_key('scores.reason') }} as reason
    from {{ ref('int_scores_united') }} as scores
    inner join {{ ref('int_indicators_united') }} as united on scores.subject_key = united.subject_key
),

texts as (
    select
        form_key,
        reason as said
    from indicators
    where reason is not null
    union all
    select
        form_key,
        {{ name_key('achieved_goal') }} as said
    from {{ ref('int_forms_united') }}
    where achieved_goal is not null
),

-- works of the form that are not finished, whatever indicator says so
works as (
    select
        form_key,
        min(said) as unfinished_words
    from texts
    where regexp_matches(said, {{ audit_pattern('unfinished_works') }})
    group by form_key
),

-- what a report says around the form: no survey was made, nothing was accepted
denied as (
    select
        scores.subject_key,
        min({{ words_around('issues.message') }}) as denied_words
    from ({{ touched('reading_issues') }}) as issues
    inner join {{ ref('int_scores_united') }} as scores
        on issues.document_key = scores.document_key and issues.char_start = scores.char_start
    where issues.code = 'actual_denied'
    group by scores.subject_key
),

said as (
    select
        indicators.subject_key,
        case
            when denied.denied_words is not null then denied.denied_words
            when
                regexp_matches(indicators.reason, {{ audit_pattern('unfinished') }})
                and not regexp_matches(indicators.reason, {{ audit_pattern('not_unfinished') }})
                then indicators.reason
            when indicators.is_of_completion then works.unfinished_words
        end as unfinished_words
    from indicators
    left join works on indicators.form_key = works.form_key
    left join denied on indicators.subject_key = denied.subject_key
)

select * from said
where unfinished_words is not null
