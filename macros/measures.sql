{#- Budget, adjusted budget and executed amount, a row each: to be cross joined with a row of an execution. -#}
{% macro measures() -%}
    (values ('budget'), ('adjusted'), ('executed')) as measures (measure)
{%- endmacro %}

{#- The column of an execution's row that holds the measure of measures(). -#}
{% macro of_measure(row, suffix='wan') -%}
    case measures.measure
        when 'budget' then {{ row }}.budget_{{ suffix }}
        when 'adjusted' then {{ row }}.adjusted_{{ suffix }}
        else {{ row }}.executed_{{ suffix }}
    end
{%- endmacro %}
