with issues as (
    {{ touched('reading_issues') }}
),

forms as (
    select
        form_key,
        document_key,
        project_key
    from {{ ref('int_forms_united') }}
    where form_kind != 'plan'
),

-- in the form itself, and around it
words as (
    select
        form_key,
        unnest(regexp_extract_all(said, {{ audit_pattern('grade_said') }})) as phrase
    from {{ ref('int_conclusions_said') }}
    union all
    select
        forms.form_key,
        {{ name_key(words_around('issues.message')) }} as phrase
    from issues
    inner join forms
        on
            issues.document_key = forms.document_key
            and coalesce(issues.project_key, 0) = coalesce(forms.project_key, 0)
    where issues.code = 'grade_contradicted'
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
