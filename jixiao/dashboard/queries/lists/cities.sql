select
    function_code, city_key, budget_year, fen(amount_wan) as amount, projects, indicators,
    plain(indicators_per_project) as per_project, plain(quantitative_share) as quantitative_share,
    plain(reconciled_share) as reconciled_share
from marts.city_comparison
order by function_code, budget_year, city_key
