{#-
    The name of a body without its place: 东莞市环境保护局 in 东莞市 is 环境保护局, as it may be printed alone. `name` is folded already;
    `placed` names the row with the names of its place. A body called by its place alone keeps its name.
-#}
{% macro body_name(name, placed) -%}
    coalesce(
        nullif(
            replace(
                replace(
                    replace({{ name }}, coalesce({{ placed }}.county_name, chr(31)), ''), {{ placed }}.city_name, ''
                ),
                coalesce({{ placed }}.province_name, chr(31)), ''
            ),
            ''
        ),
        {{ name }}
    )
{%- endmacro %}

{#-
    Names through their renamings. `names` is a CTE with name_id, match_key (folded name), city_name, county_name, province_name,
    place_code, budget_year; gives name_id, official_name and whether the alias is declared for the place of the name itself.
-#}
{% macro resolve_aliases(names, kind) -%}
    select
        named.name_id,
        replace(named.match_key, {{ organisation_key('aliases.alias') }}, aliases.official_name) as official_name,
        aliases.place_code is not null as is_of_place
    from {{ names }} as named
    inner join {{ ref('name_aliases') }} as aliases
        on
            aliases.kind = '{{ kind }}'
            and named.budget_year between aliases.valid_from_year and aliases.valid_to_year
            and coalesce(aliases.place_code, named.place_code) = named.place_code
            and {{ organisation_key('aliases.alias') }} in (
                named.match_key, {{ body_name('named.match_key', 'named') }}
            )
    qualify row_number() over (partition by named.name_id order by aliases.place_code nulls last, aliases.alias) = 1
{%- endmacro %}
