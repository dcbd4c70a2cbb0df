with documents as (
    {{ touched('dim_document') }}
),

alike as (
    select * from {{ ref('int_documents_compared') }}
),

subjects as (
    select
        documents.document_key as subject_key,
        documents.document_key,
        cast(null as bigint) as project_key,
        cast(null as bigint) as indicator_key,
        documents.year_key as budget_year,
        documents.year_basis,
        contains(texts.text, cast(documents.year_key as varchar)) as names_year,
        documents.year_evidence,
        others.file_name as other_file_name,
        alike.shared_share,
        years.title_words,
        years.year_words,
        years.other_year,
        said.projects_said,
        said.projects_printed,
        said.count_words,
        said.count_page,
        said.money_said,
        said.money_printed_wan,
        said.money_differs,
        said.money_words,
        said.money_said_page,
        averaged.average_said,
        averaged.average_printed,
        averaged.average_differs,
        averaged.average_words,
        averaged.average_page,
        documents.characters_outside,
        filled.evaluated_year,
        filled.last_actual_day,
        filled.filled_day,
        filled.filled_words,
        lists.list_heading,
        lists.list_page,
        lists.list_total_wan,
        lists.list_sum_wan,
        false as is_doubtful,
        1 as page,
        1 as line,
        0 as char_start,
        least(documents.characters, 60) as char_end
    from documents
    inner join {{ ref('stg_sources') }} as texts on documents.document_key = texts.document_id
    left join {{ ref('int_years_printed') }} as years on documents.document_key = years.document_key
    left join {{ ref('int_documents_said') }} as said on documents.document_key = said.document_key
    left join {{ ref('int_scores_averaged') }} as averaged on documents.document_key = averaged.document_key
    left join {{ ref('int_days_filled_in') }} as filled on documents.document_key = filled.document_key
    left join {{ ref('int_lists_summed') }} as lists on documents.document_key = lists.document_key
    left join alike on documents.document_key = alike.document_key
    left join documents as others on alike.other_document_key = others.document_key
)

select * from subjects
order by subject_key
