-- The eight documents of each function and year of which least was understood.
select
    document_key, file_name, department_name, function_code, budget_year,
    document_totals + unit_totals + project_totals as totals,
    document_reconciled + unit_reconciled + project_reconciled as reconciled, characters, characters_understood
from documents_summed()
qualify row_number() over (
    partition by function_code, budget_year order by characters_understood / characters, document_key
) <= 8
order by characters_understood / characters, document_key
