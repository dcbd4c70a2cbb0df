{#- What counts and their units are read by: in the words of a goal and in targets. -#}
{#- A number of a text with the words around it, up to the next mark or number. -#}
{% macro counted_phrase() -%} '[^0-9,;。、:.]{0,16}[0-9][0-9,]*(?:[.][0-9]+)?[^0-9,;。、:.]{0,16}' {%- endmacro %}

{#- A text with the words between two numbers said twice, of the first and of the second: 在7个县实施示范12万亩. Numbers of one digit need two turns; behind 和 stands another thing. -#}
{% macro words_of_both(text) -%}
    {%- set between = "'([0-9])([^0-9,;。、:.]{3,40}[^0-9,;。、:.和及与])([0-9])', '\\1\\2;\\2\\3', 'g'" -%}
    regexp_replace(regexp_replace({{ text }}, {{ between }}), {{ between }})
{%- endmacro %}

{#- A text without its dates: 2023年10月 is no number of what is done. -#}
{% macro without_dates(text) -%} regexp_replace({{ text }}, {{ audit_pattern('date_in_words') }}, '', 'g') {%- endmacro %}

{#- A folded text whose ordinals are parted from the numbers of whole things behind them: ;2.18座 is 18座. -#}
{% macro ordinals_parted(text) -%}
    regexp_replace({{ text }}, '((?:^|[;。])[1-9])[.]([0-9]+[座个场次名家所处台套户人件项支批条辆只头期])', '\1、\2', 'g')
{%- endmacro %}

{#- What 万 and 亿 before a unit multiply by. -#}
{% macro large_number(unit) -%} case left({{ unit }}, 1) when '万' then 10000 when '亿' then 100000000 else 1 end {%- endmacro %}

{#- The unit of a count for comparison: 名, 位 and 生 are 人, 家 and 所 are 个, 台（套） is 台; 万 is of the number. -#}
{% macro counted_unit(unit) -%}
    regexp_replace(
        regexp_replace(regexp_replace(regexp_replace({{ unit }}, '^[万亿]', ''), '^[名位生]', '人'), '^[家所]', '个'),
        '[(].*', ''
    )
{%- endmacro %}

{#- A unit without the 次 that says that a thing is counted again: 所 of 所次, 人 of 人次. -#}
{% macro measure_word(unit) -%}
    case when regexp_matches({{ unit }}, '.次$') then left({{ unit }}, length({{ unit }}) - 1) else {{ unit }} end
{%- endmacro %}

{#- The kind of quantity that a name counts (`name`) or that a unit measures (`unit`); null where the words do not tell. -#}
{% macro quantity_kind(text, of) -%}
    case
        {%- for kind in ['length', 'area', 'people', 'times', 'money', 'weight', 'time', 'things'] + (['volume'] if of == 'unit' else []) %}
        when {{ 'regexp_full_match' if of == 'unit' else 'regexp_matches' }}({{ text }}, {{ audit_pattern(of ~ '_of_' ~ kind) }}) then '{{ kind }}'
        {%- endfor %}
    end
{%- endmacro %}

{#- The fields of work that a text speaks of: a letter for each. -#}
{% macro fields_spoken_of(text) -%}
    concat(
        {%- for field in ['education', 'health', 'water', 'farming', 'roads', 'forest', 'culture', 'elderly', 'housing',
            'welfare', 'order', 'market', 'weather'] %}
        {%- set letter = 'abcdefghijklm'[loop.index0] %}
        case when regexp_matches({{ text }}, {{ audit_pattern('field_' ~ field) }}) then '{{ letter }}' else '' end{{ ',' if not loop.last }}
        {%- endfor %}
    )
{%- endmacro %}

{#- A target without its sign and with # in the place of its number: what it counts, as printed. -#}
{% macro number_left_out(target) -%}
    regexp_replace(regexp_replace({{ name_key(target) }}, '^[≥≤=<>]+', ''), '[0-9][0-9,]*([.][0-9]+)?', '#', 'g')
{%- endmacro %}

{#- The last characters of what is counted, without what is done to it, where, and words of any indicator. -#}
{% macro noun_alone(words) -%}
    {%- set text = namespace(words=words) -%}
    {%- for kind in ['act_name', 'place_word', 'common_word'] %}
        {%- set text.words = "regexp_replace(" ~ text.words ~ ", " ~ audit_pattern(kind) ~ ", '', 'g')" -%}
    {%- endfor -%}
    right({{ text.words }}, 4)
{%- endmacro %}

{#- The text of a file with its cells parted by tabs, as gaps of blanks are, too; other blanks left out, full-width signs half-width. -#}
{% macro text_in_cells(text) -%}
    translate(
        regexp_replace(regexp_replace({{ text }}, '[ 　]{2,}', chr(9), 'g'), '[ 　]', '', 'g'), '（）：；，－—', '():;,--'
    )
{%- endmacro %}
