{#- The confidence of the least sure line of text that rows of ``model`` (by ``keys``) were read from; no row where all is
    printed text. -#}
{% macro least_confidence(model, keys) %}
    select
        {% for key in keys %}rows_read.{{ key }},
        {% endfor %}min(text_boxes.confidence) as confidence
    from {{ ref(model) }} as rows_read
    inner join {{ source('landing', 'text_boxes') }} as text_boxes
        on
            rows_read.document_id = text_boxes.document_id
            and rows_read.char_start < text_boxes.char_end
            and rows_read.char_end > text_boxes.char_start
    where text_boxes.confidence < 1
    group by all
{% endmacro %}
