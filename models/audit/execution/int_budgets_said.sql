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
)

select
    forms.form_key,
    min({{ words_around('issues.message') }}) as budget_words
from issues
inner join forms
    on issues.document_key = forms.document_key and coalesce(issues.project_key, 0) = coalesce(forms.project_key, 0)
where issues.code = 'budget_contradicted'
group by forms.form_key
