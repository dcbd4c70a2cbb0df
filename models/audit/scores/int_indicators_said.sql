with said as (
    select
        form_key,
        max(phrase) as count_words,
        max(try_cast(regexp_extract(phrase, '[0-9]+') as bigint)) as count_said,
        coalesce(bool_or(regexp_matches(phrase, '全部|均')), false) as says_all_met
    from {{ ref('int_phrases_beside') }}
    where said_of = 'counted'
    group by form_key
    having count(distinct regexp_extract(phrase, '[0-9]+')) = 1
),

indicators as (
    select
        united.form_key,
        {{ name_key('united.indicator_name') }} as name_text,
        regexp_matches({{ name_key('united.indicator_name') }}, {{ audit_pattern('execution_name') }}) as is_execution,
        case
            when not scores.target_met and scores.target_is_quantitative and scores.actual_is_quantitative
                then scores.indicator_name || ' ' || scores.target || '，' || scores.actual
        end as missed
    from {{ ref('int_indicators_united') }} as united
    left join {{ ref('int_scores_united') }} as scores on united.subject_key = scores.subject_key
),

-- the execution of the budget may be counted or not, and a name that is printed twice too
printed as (
    select
        form_key,
        count(*) as most_indicators,
        count(distinct case when not is_execution then name_text end) as least_indicators,
        min(case when not is_execution then missed end) as missed_words
    from indicators
    group by form_key
)

select
    said.*,
    said.count_said not between printed.least_indicators and printed.most_indicators as count_differs,
    printed.least_indicators,
    case when said.says_all_met then printed.missed_words end as missed_words
from said
inner join printed on said.form_key = printed.form_key
