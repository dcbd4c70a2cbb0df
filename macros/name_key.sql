{#- A name folded for matching: no white space, full-width signs half-width. The same name printed in two widths has one key. -#}
{% macro name_key(column) -%}
    regexp_replace(
        translate(
            {{ column }},
            '（）［］：，；．－—–０１２３４５６７８９“”',
            '()[]:,;.---0123456789""'
        ),
        '\s', '', 'g'
    )
{%- endmacro %}

{#- A department's name folded for matching: 某局本级, 某局（机关） and 某局部门 are 某局 itself. -#}
{% macro department_key(column) -%}
    case
        when regexp_matches({{ organisation_key(column) }}, '(局|厅|委|会|府|院|部|处|办|办公室|中心)\(?(本级|机关|部门|本部)\)?$')
            then regexp_replace({{ organisation_key(column) }}, '\(?(本级|机关|部门|本部)\)?$', '')
        else {{ organisation_key(column) }}
    end
{%- endmacro %}

{#- An organisation's name folded for matching: 中共 is short for 中国共产党. -#}
{% macro organisation_key(column) -%}
    regexp_replace({{ name_key(column) }}, '^中共', '中国共产党')
{%- endmacro %}

{#- A task's name folded for matching: 任务2：森林管护 is 森林管护. -#}
{% macro task_key(column) -%}
    regexp_replace({{ name_key(column) }}, '^(任务)?[0-9一二三四五六七八九十]{0,2}[:、.]', '')
{%- endmacro %}

{#- A project's name as lists and forms print it alike: 某某项目 and 某某项目经费 are one, full-width signs half-width. -#}
{% macro listed_name(column) -%}
    regexp_replace({{ name_key(column) }}, '(专项)?(项目)?(经费|资金|支出)?$', '')
{%- endmacro %}
