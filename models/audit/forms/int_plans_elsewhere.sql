-- one project of a unit and a year in another document of the delivery
with projects as (
    {{ touched_projects() }}
),

documents as (
    {{ touched('dim_document') }}
),

forms as (
    select
        united.form_key,
        united.document_key,
        united.department_key,
        united.unit_key,
        united.budget_year,
        united.amount_wan,
        documents.file_name,
        {{ listed_name('projects.project_name') }} as stem,
        count(*) over (
            partition by united.document_key, united.unit_key, {{ listed_name('projects.project_name') }}
        ) as of_name
    from {{ ref('int_forms_united') }} as united
    inner join projects on united.project_key = projects.project_key
    inner join documents on united.document_key = documents.document_key
    inner join {{ ref('stg_sources') }} as texts on united.document_key = texts.document_id
    where
        united.form_kind = 'plan'
        and united.amount_wan > 0
        -- a part of the money, or the money after it was changed
        and not regexp_matches(texts.text, {{ audit_pattern('money_in_parts') }})
),

pairs as (
    select
        own.form_key,
        other.file_name,
        other.amount_wan
    from forms as own
    inner join forms as other
        on
            own.department_key = other.department_key
            and own.unit_key = other.unit_key
            and own.budget_year = other.budget_year
            and own.stem = other.stem
            and own.document_key != other.document_key
    where own.of_name = 1 and other.of_name = 1 and length(own.stem) > 3
)

select
    form_key,
    min(file_name) as elsewhere_file_name,
    min(amount_wan) as elsewhere_wan
from pairs
group by form_key
having count(distinct amount_wan) = 1
