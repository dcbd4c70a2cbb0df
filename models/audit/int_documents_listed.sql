select
    documents.*,
    lists.list_heading as whole_list_heading,
    lists.list_page as whole_list_page,
    lists.listed_projects,
    lists.listed_wan,
    lists.said_printed as said_of_list,
    lists.words as words_of_list,
    lists.page as words_of_list_page,
    lists.is_exceeded as list_is_exceeded
from {{ ref('int_documents_audited') }} as documents
left join {{ ref('int_lists_exceeded') }} as lists on documents.document_key = lists.document_key
order by documents.subject_key
