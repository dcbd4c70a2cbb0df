with families as (
    select
        document_key,
        form_kind,
        name_text,
        project_family,
        count(*) as printed,
        min(subject_key) as subject_key
    from {{ ref('int_things_named') }}
    where project_family is not null
    group by document_key, form_kind, name_text, project_family
),

names as (
    select
        document_key,
        form_kind,
        name_text,
        sum(printed) as printed,
        max(case when printed = 1 then subject_key end) as last_key,
        min(case when printed = 1 then subject_key end) as first_key
    from families
    group by document_key, form_kind, name_text
    having count(*) = 2 and min(printed) = 1
),

-- a name of exactly two projects: what many print is nobody's own
alone as (
    select
        own.subject_key,
        case when own.subject_key = names.first_key then names.last_key else names.first_key end as other_key
    from {{ ref('int_things_named') }} as own
    inner join names
        on
            own.document_key = names.document_key
            and own.form_kind = names.form_kind
            and own.name_text = names.name_text
    where
        own.project_family is not null
        and (names.printed = 2 or own.subject_key != names.first_key)
)

select * from alone
