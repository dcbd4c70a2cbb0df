with said as (
    select * from {{ ref('int_conclusions_said') }}
),

forms as (
    select
        form_key,
        form_kind,
        document_key
    from {{ ref('int_forms_united') }}
),

-- words around the forms that speak of every project of the document
told as (
    select
        document_key,
        min(said_printed) as said
    from {{ ref('fct_said_totals') }}
    {{ where_touched() }}
    group by document_key, figure
    having figure = 'all_done'
),

-- what was counted and fell short, the money left out
missed as (
    select
        united.form_key,
        scores.indicator_name || ' ' || scores.target || '，' || scores.actual as missed_words,
        regexp_extract({{ name_key('scores.actual') }}, '[0-9][0-9,]*(?:[.][0-9]+)?[^0-9]*$') as actual_said
    from {{ ref('int_scores_united') }} as scores
    inner join {{ ref('int_indicators_united') }} as united on scores.subject_key = united.subject_key
    where
        not scores.target_met
        and scores.target_is_quantitative
        and scores.actual_is_quantitative
        and not (
            coalesce(scores.target_unit, '') = '%'
            and regexp_matches({{ name_key('scores.indicator_name') }}, {{ audit_pattern('execution_name') }})
        )
),

first_missed as (
    select
        form_key,
        min(missed_words) as missed_words
    from missed
    group by form_key
),

done as (
    select
        form_key,
        said as done_words,
        cast(null as varchar) as missed_words
    from said
    where
        regexp_matches(said, {{ audit_pattern('all_done') }})
        and not regexp_matches(said, {{ audit_pattern('not_all_done') }})
    union all
    select
        forms.form_key,
        told.said as done_words,
        cast(null as varchar) as missed_words
    from forms
    inner join told on forms.document_key = told.document_key
    where forms.form_kind = 'evaluation'
    union all
    -- 按计划完成抽检812批次, where 900 were planned
    select
        said.form_key,
        regexp_extract(said.said, {{ audit_pattern('said_as_planned') }}) as done_words,
        missed.missed_words
    from said
    inner join missed on said.form_key = missed.form_key
    where
        length(missed.actual_said) > 1
        and contains(regexp_extract(said.said, {{ audit_pattern('said_as_planned') }}), missed.actual_said)
)

select
    done.form_key,
    min(done.done_words) as done_words,
    coalesce(min(done.missed_words), min(first_missed.missed_words)) as missed_words
from done
left join first_missed on done.form_key = first_missed.form_key
group by done.form_key
