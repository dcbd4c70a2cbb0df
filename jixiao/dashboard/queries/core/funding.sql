select
    document_key, funding_source_code as source, fen(sum(amount_wan)) as amount,
    fen(sum(midterm_amount_wan)) as midterm, count(*) as projects
from marts.fct_funding
inner join marts.dim_funding_source using (funding_source_key)
group by document_key, funding_source_code
order by document_key, min(funding_source_key)
