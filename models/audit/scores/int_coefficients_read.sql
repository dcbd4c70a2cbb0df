with documents as (
    select
        document_id as document_key,
        regexp_matches(regexp_replace(text, '[ 　]', '', 'g'), {{ audit_pattern('explanation_label') }})
            as has_explanations
    from {{ ref('stg_sources') }}
    where regexp_matches(regexp_replace(text, '[ 　]', '', 'g'), {{ audit_pattern('coefficient_label') }})
),

notes as (
    {{ printed_of_indicators(['document_key', 'note']) }}
),

-- numbers kept beside an indicator: one of the columns is that of the coefficient
parts as (
    select
        notes.subject_key,
        notes.document_key,
        case
            when documents.has_explanations
                then regexp_matches(regexp_replace(notes.note, '年初指标值：[^；]*', ''), '[^0-9；：.%是否]{4,}')
        end as has_explanation,
        unnest(regexp_extract_all(notes.note, '[^；]+')) as part
    from notes
    inner join documents on notes.document_key = documents.document_key
    where notes.note is not null
),

numbers as (
    select
        parts.subject_key,
        parts.document_key,
        parts.has_explanation,
        parts.part,
        try_cast(rtrim(parts.part, '%') as decimal(18, 6)) as number
    from parts
    where regexp_full_match(parts.part, '[0-9]+([.][0-9]+)?%?')
),

-- one number beside each indicator is the coefficient; where none is above 1 it is no percentage
scored as (
    select
        numbers.subject_key,
        numbers.document_key,
        numbers.has_explanation,
        numbers.part,
        numbers.number
        / case when max(numbers.number) over (partition by numbers.document_key) > 2 then 100 else 1 end as coefficient,
        scores.weight,
        scores.score
    from numbers
    inner join {{ ref('int_scores_united') }} as scores on numbers.subject_key = scores.subject_key
    where scores.weight > 0 and scores.score is not null
    qualify count(*) over (partition by numbers.subject_key) = 1
),

compared as (
    select
        *,
        abs(weight * coefficient - score) as score_difference,
        count(case when abs(weight * coefficient - score) < 0.06 then 1 end) over (partition by document_key)
            as fitting,
        count(*) over (partition by document_key) as every
    from scored
)

select
    subject_key,
    has_explanation,
    part as coefficient_words,
    cast(coefficient as decimal(18, 6)) as coefficient,
    cast(score_difference as decimal(18, 6)) as score_difference
from compared
where 3 * fitting > 2 * every
