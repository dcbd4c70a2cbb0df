select
    document_key, document.city_key, document.department_key, department_name, function_code,
    document.year_key as budget_year, file_name, sha256, medium, encoding, form, layout, title, place_basis,
    department_basis, year_basis, year_evidence, money_unit, money_unit_basis, fen(document.printed_total_wan) as printed_total, document.url,
    cast(document.published_on as varchar) as published_on, document.page_url, document.page_title, document.fetched_at,
    document.pages, document.lines, document.characters,
    document.field_characters, document.label_characters, document.layout_characters,
    document.not_understood_characters, document.parser_version
from marts.dim_document as document
inner join marts.dim_department on document.department_key = dim_department.department_key
inner join (select document_id as document_key, medium, encoding from landing.documents) using (document_key)
order by document_key
