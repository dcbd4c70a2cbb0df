select
    document_key, project_key, funding_source_code as source, fen(amount_wan) as amount, amount_printed as printed,
    fen(midterm_amount_wan) as midterm, midterm_amount_printed as midterm_printed, is_repaired, page, line,
    char_start as "start", char_end as "end"
from marts.fct_funding
inner join marts.dim_funding_source using (funding_source_key)
order by document_key, project_key, funding_source_key
