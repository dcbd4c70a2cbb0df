-- 1 万元 is 10 000 元, to the cent.
select
    funding_key,
    amount_wan,
    amount_yuan
from {{ ref('fct_funding') }}
where amount_yuan != round(amount_wan * 10000, 2)
