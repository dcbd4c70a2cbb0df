-- The documents of a city, each with what it holds.
select * exclude (amount_wan), fen(amount_wan) as amount
from document_sums
order by city_key, document_key
