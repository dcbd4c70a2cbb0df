-- in the form itself, and around it
with words as (
    select
        form_key,
        unnest(regexp_extract_all(said, {{ audit_pattern('grade_said') }})) as phrase
    from {{ ref('int_conclusions_said') }}
    union all
    select
        form_key,
        {{ name_key('phrase') }} as phrase
    from ({{ words_around_forms(['grade_contradicted']) }}) as around
),

graded as (
    select
        form_key,
        phrase,
        regexp_extract(phrase, '["为是评:](优|良|中|差)(?:秀|好)?"?$', 1) as grade_said
    from words
)

select
    form_key,
    min(phrase) as grade_words,
    min(grade_said) as grade_said
from graded
where grade_said != ''
group by form_key
having min(grade_said) = max(grade_said)
