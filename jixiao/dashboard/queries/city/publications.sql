-- The documents of a city, each with what it prints, and what of its money counts in sums over documents.
select * exclude (amount_wan, counted_wan), fen(amount_wan) as amount, fen(counted_wan) as counted
from documents_summed()
order by city_key, document_key
