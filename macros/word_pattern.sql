{#-
    The words of a seed as one regular expression: a literal, for an engine compiles a pattern that is no literal again for
    each row. No ref in the query: in a unit test it would name a fixture.
-#}
{% macro word_pattern(seed, kind=none) -%}
    {%- set depends_on = ref(seed) -%}
    {%- set pattern = '' -%}
    {%- if execute -%}
        {%- set words = api.Relation.create(schema='seeds', identifier=seed) -%}
        {%- set of_kind = "where kind = '" ~ kind ~ "'" if kind else '' -%}
        {%- set found = run_query('select word from ' ~ words ~ ' ' ~ of_kind ~ ' order by word') -%}
        {%- set pattern = found.columns[0].values() | join('|') -%}
    {%- endif -%}
    {#- no words: an empty pattern would match every text -#}
    {% if pattern %}'{{ pattern | replace("'", "''") }}'{% else %}cast(null as varchar){% endif %}
{%- endmacro %}

{#- The words of a kind in seed audit_words as one regular expression. -#}
{% macro audit_pattern(kind) -%} {{ word_pattern('audit_words', kind) }} {%- endmacro %}
