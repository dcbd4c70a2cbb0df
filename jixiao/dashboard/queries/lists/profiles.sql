select
    function_code, city_key, budget_year, category_key, indicators, quantitative_indicators as quantitative, target_unit,
    direction, targets_in_agreement as agreeing, plain(median_target) as median
from marts.indicator_profile
order by function_code, budget_year, city_key, category_key
