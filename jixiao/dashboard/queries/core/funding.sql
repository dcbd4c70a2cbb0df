-- What a document prints, and what of it counts in sums over documents: a project of a unit and year once.
select
    document_key, funding_source_code as source, fen(sum(amount_wan)) as amount,
    fen(coalesce(sum(amount_wan) filter (where is_counted), 0)) as counted,
    fen(sum(midterm_amount_wan)) as midterm, count(*) as projects
from marts.fct_funding
inner join marts.dim_funding_source using (funding_source_key)
group by document_key, funding_source_code
order by document_key, min(funding_source_key)
