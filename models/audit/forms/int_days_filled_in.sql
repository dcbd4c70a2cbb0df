with actuals as (
    select
        united.form_key,
        scores.actual,
        {{ day_named(name_key('scores.actual'), 1) }} as actual_day
    from {{ ref('int_scores_united') }} as scores
    inner join {{ ref('int_indicators_united') }} as united on scores.subject_key = united.subject_key
    -- what is to be done before a day is not done
    where scores.actual is not null and scores.actual not like '%前'
),

answered as (
    select
        forms.document_key,
        forms.form_key,
        forms.budget_year,
        forms.form_kind != 'plan' and not printed.is_monitored and count(actuals.actual) > 0 as is_evaluated,
        max(
            case
                when actuals.actual_day < 10000 then forms.budget_year * 10000 + actuals.actual_day
                else actuals.actual_day
            end
        ) as last_day
    from {{ ref('int_forms_united') }} as forms
    inner join {{ ref('int_forms_printed') }} as printed on forms.form_key = printed.form_key
    left join actuals on forms.form_key = actuals.form_key
    group by forms.document_key, forms.form_key, forms.budget_year, forms.form_kind, printed.is_monitored
),

-- documents that hold nothing but evaluations of one year
evaluated as (
    select
        document_key,
        max(budget_year) as budget_year,
        max(last_day) as last_day
    from answered
    group by document_key
    having bool_and(is_evaluated) and max(budget_year) = min(budget_year)
),

phrases as (
    select
        evaluated.*,
        unnest(
            regexp_extract_all(
                translate(texts.text, ' 　' || chr(10) || chr(11), ''), {{ audit_pattern('filled_in') }}
            )
        ) as phrase
    from evaluated
    inner join {{ ref('stg_sources') }} as texts on evaluated.document_key = texts.document_id
),

dated as (
    select
        *,
        regexp_extract(phrase, '(20[0-9]{2}.*)$', 1) as day_words,
        cast(regexp_extract(phrase, '(20[0-9]{2})', 1) as bigint) * 10000
        + cast(regexp_extract(phrase, '20[0-9]{2}[^0-9]([0-9]+)', 1) as bigint) * 100
        + coalesce(try_cast(regexp_extract(phrase, '20[0-9]{2}[^0-9][0-9]+[^0-9]([0-9]+)$', 1) as bigint), 31)
            as filled_day
    from phrases
)

select
    document_key,
    max(budget_year) as evaluated_year,
    max(last_day) as last_actual_day,
    min(filled_day) as filled_day,
    min(day_words) as filled_words
from dated
group by document_key
having max(filled_day) = min(filled_day)
