{#- Integer keys made of a reading's number and places in it; they never move when documents are added. -#}
{% macro unit_row_key() -%} document_id * 10000 + unit_seq {%- endmacro %}

{% macro project_row_key() -%} document_id * 100000 + project_seq {%- endmacro %}

{% macro indicator_row_key() -%} document_id * 1000000000 + project_seq * 10000 + indicator_seq {%- endmacro %}
