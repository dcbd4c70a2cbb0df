select
    documents.*,
    lists.list_heading as whole_list_heading,
    lists.list_page as whole_list_page,
    lists.listed_projects,
    lists.listed_wan,
    lists.said_printed as said_of_list,
    lists.words as words_of_list,
    lists.page as words_of_list_page,
    lists.is_exceeded as list_is_exceeded,
    sentences.said_page,
    sentences.disagreeing_words,
    sentences.disagreeing_words_en,
    sentences.other_use_words,
    sentences.open_words,
    sentences.balance_words,
    brackets.document_key is not null as has_sum,
    brackets.sum_words,
    brackets.sum_due,
    days.document_key is not null as names_days,
    days.impossible_days,
    reckoned.has_change,
    reckoned.change_words,
    reckoned.has_budget,
    reckoned.budget_words,
    reckoned.budget_due,
    incomplete.list_heading as goals_list_heading,
    incomplete.projects as goals_listed,
    incomplete.forms as goals_printed,
    incomplete.left_out_names,
    incomplete.claim_words,
    incomplete.claim_page,
    incomplete.leaves_out
from {{ ref('int_documents_audited') }} as documents
left join {{ ref('int_lists_exceeded') }} as lists on documents.document_key = lists.document_key
left join {{ ref('int_sentences_disagreeing') }} as sentences
    on documents.document_key = sentences.document_key
left join {{ ref('int_sources_in_brackets') }} as brackets on documents.document_key = brackets.document_key
left join {{ ref('int_rows_reckoned') }} as reckoned on documents.document_key = reckoned.document_key
left join {{ ref('int_days_impossible') }} as days on documents.document_key = days.document_key
left join {{ ref('int_lists_incomplete') }} as incomplete on documents.document_key = incomplete.document_key
order by documents.subject_key
