-- Every landed amount of a current document is in the fact, once.
with landed as (
    select
        funding.document_id,
        sum(funding.amount_wan) as amount_wan,
        count(*) as amounts
    from {{ ref('stg_funding') }} as funding
    inner join {{ ref('int_documents_current') }} as documents on funding.document_id = documents.document_id
    group by funding.document_id
),

published as (
    select
        document_key,
        sum(amount_wan) as amount_wan,
        count(*) as amounts
    from {{ ref('fct_funding') }}
    group by document_key
)

select
    landed.document_id,
    landed.amount_wan,
    published.amount_wan as published_wan
from landed
full outer join published on landed.document_id = published.document_key
where
    landed.amount_wan is distinct from published.amount_wan
    or landed.amounts is distinct from published.amounts
