select
    places.place_code,
    places.place_name,
    places.parent_code,
    coalesce(parents.parent_code, '') as grand_code,
    places.level in ('prefecture', 'county')
    and length(places.place_name) > 2
    -- 老城区, 市中区: words of any goal; 新社区 of 台湾
    and places.place_code not like '71%'
    and not regexp_matches(places.place_name, {{ audit_pattern('place_like_word') }}) as is_telling
from {{ ref('places') }} as places
left join {{ ref('places') }} as parents on places.parent_code = parents.place_code
