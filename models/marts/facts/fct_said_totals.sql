with said as (
    select * from {{ ref('stg_said_totals') }}
),

documents as (
    select * from {{ ref('int_documents_current') }}
),

located as (
    select
        said.said_total_key,
        documents.document_key,
        said.said_seq,
        said.sentence_seq,
        said.said_of,
        said.figure,
        said.said_value,
        said.said_printed,
        said.scope_words,
        said.is_of_part,
        said.words,
        said.page,
        said.line
    from said
    inner join documents on said.document_id = documents.document_id
)

select * from located
order by said_total_key
