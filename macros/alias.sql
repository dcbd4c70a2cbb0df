{#- The name of a body without the place in front: 东莞市环境保护局 in 东莞市 is 环境保护局. `name` is folded already. -#}
{% macro body_name(name, city, county) -%}
    replace(replace({{ name }}, coalesce({{ county }}, chr(31)), ''), {{ city }}, '')
{%- endmacro %}

{#-
    Names through their renamings. `names` is a CTE with name_id, match_key (folded name), city_name, county_name, place_code,
    budget_year; gives name_id, official_name (null where no alias is in force) and the alias's years.
-#}
{% macro resolve_aliases(names, kind) -%}
    select
        named.name_id,
        replace(named.match_key, {{ organisation_key('aliases.alias') }}, aliases.official_name) as official_name,
        aliases.valid_from_year,
        aliases.valid_to_year
    from {{ names }} as named
    inner join {{ ref('name_aliases') }} as aliases
        on
            aliases.kind = '{{ kind }}'
            and named.budget_year between aliases.valid_from_year and aliases.valid_to_year
            and coalesce(aliases.place_code, named.place_code) = named.place_code
            and {{ organisation_key('aliases.alias') }} in (
                named.match_key, {{ body_name('named.match_key', 'named.city_name', 'named.county_name') }}
            )
    qualify row_number() over (partition by named.name_id order by aliases.place_code nulls last, aliases.alias) = 1
{%- endmacro %}
