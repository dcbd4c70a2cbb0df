with documents as (
    {{ touched('int_documents_current') }}
),

departments as (
    select * from {{ ref('int_departments_keyed') }}
),

described as (
    select
        documents.document_key,
        documents.file_name,
        documents.sha256,
        documents.form,
        documents.layout,
        documents.title,
        cast(documents.city_code as bigint) as city_key,
        departments.department_key,
        documents.budget_year as year_key,
        documents.place_code,
        documents.place_basis,
        documents.department_basis,
        documents.year_basis,
        documents.year_evidence,
        documents.money_unit,
        documents.money_unit_basis,
        documents.printed_total_wan,
        documents.url,
        documents.published_on,
        documents.page_url,
        documents.page_title,
        documents.fetched_at,
        documents.pages,
        documents.lines,
        documents.characters,
        documents.characters - documents.not_understood_characters as characters_understood,
        cast(
            (documents.characters - documents.not_understood_characters) / documents.characters as decimal(7, 6)
        ) as understood_share,
        documents.field_characters,
        documents.label_characters,
        documents.layout_characters,
        documents.not_understood_characters,
        coalesce(documents.outside_characters, 0) as characters_outside,
        documents.parser_version,
        documents.batch_id
    from documents
    inner join departments on documents.document_id = departments.document_id
)

select * from described
order by document_key
