with documents as (
    select * from {{ ref('dim_document') }}
),

subjects as (
    select
        document_key as subject_key,
        document_key,
        cast(null as bigint) as project_key,
        cast(null as bigint) as indicator_key,
        year_key as budget_year,
        year_basis,
        year_evidence,
        1 as page,
        1 as line,
        0 as char_start,
        least(characters, 60) as char_end
    from documents
)

select * from subjects
