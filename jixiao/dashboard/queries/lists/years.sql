select
    function_code, city_key, budget_year, funding_source_code as source, fen(amount_wan) as amount, departments,
    departments_in_both, previous_year_status as previous_status, fen(like_for_like_amount_wan) as alike,
    fen(like_for_like_previous_wan) as alike_previous, fen(like_for_like_change_wan) as alike_change,
    plain(like_for_like_change_ratio) as alike_ratio
from marts.year_over_year
order by function_code, city_key, budget_year, funding_source_code
