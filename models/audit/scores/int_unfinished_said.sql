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

said as (
    select
        indicators.subject_key,
        case
            when
                regexp_matches(indicators.reason, {{ audit_pattern('unfinished') }})
                and not regexp_matches(indicators.reason, {{ audit_pattern('not_unfinished') }})
                then indicators.reason
            when indicators.is_of_completion then works.unfinished_words
        end as unfinished_words
    from indicators
    left join works on indicators.form_key = works.form_key
)

select * from said
where unfinished_words is not null
