with notes as (
    {{ printed_of_indicators(['document_key', 'note']) }}
),

-- a column of 完成率 beside counts
documents as (
    select document_id as document_key
    from {{ ref('stg_sources') }}
    where regexp_matches(translate(text, ' 　' || chr(11), ''), {{ audit_pattern('completion_label') }})
),

parts as (
    select
        notes.subject_key,
        unnest(regexp_extract_all(notes.note, '[^；]+')) as part
    from notes
    inner join documents on notes.document_key = documents.document_key
    where notes.note is not null
),

printed as (
    select
        subject_key,
        max(part) as completion_words,
        try_cast(max(regexp_extract(part, '^([0-9]+(?:[.][0-9]+)?)%$', 1)) as decimal(18, 6)) as completion
    from parts
    where regexp_matches(part, '^[0-9]+([.][0-9]+)?%$')
    group by subject_key
    having count(*) = 1
),

compared as (
    select
        united.form_key,
        printed.subject_key,
        printed.completion_words,
        cast(100 * scores.actual_value / scores.target_value as decimal(18, 2)) as completion_due,
        -- all of it is 100 at most to some
        abs(printed.completion - 100 * scores.actual_value / scores.target_value) <= 1
        or printed.completion = 100 and scores.actual_value >= scores.target_value as is_right
    from printed
    inner join {{ ref('int_scores_united') }} as scores on printed.subject_key = scores.subject_key
    inner join {{ ref('int_indicators_united') }} as united on printed.subject_key = united.subject_key
    where
        scores.direction = 'at_least'
        and scores.target_value > 0
        and scores.target_is_quantitative
        and scores.actual_is_quantitative
        and coalesce(scores.actual_unit, '') in ('', coalesce(scores.target_unit, ''))
        and coalesce(scores.target_unit, '') != '%'
),

-- that the column is one of completions is proved by the others of the form
proved as (
    select
        *,
        sum(case when is_right then 1 else 0 end) over (partition by form_key) as right_ones
    from compared
)

select
    subject_key,
    completion_words,
    completion_due,
    is_right
from proved
where right_ones > 1
