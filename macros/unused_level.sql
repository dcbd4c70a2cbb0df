{#- True for a row that says 无 or / in the place of its name: a level of indicators that the form does not use. -#}
{% macro unused_level() -%}
    coalesce(
        regexp_full_match({{ name_key('indicator_name') }}, {{ audit_pattern('placeholder') }})
        and regexp_full_match(
            {{ name_key("coalesce(annual_target, cycle_target, '无')") }}, {{ audit_pattern('placeholder') }}
        ),
        false
    )
{%- endmacro %}
