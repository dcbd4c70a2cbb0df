{#-
    A day that a text names, as year, month and day in one number, without a year as of year 0; null where the text says
    more or less, or a day that no month has: 11月31日. `of_month` stands for the day where only a month is named: its
    first or its last.
-#}
{% macro day_named(text, of_month) -%}
    {%- set date = '^(?:已?于|在)?(?:(20[0-9]{2})年)?(0?[1-9]|1[0-2])月(?:(0?[1-9]|[12][0-9]|3[01])[日号]|[上中下]旬)?[份底末]?(?:之前|以前|前|内)?(?:完成|完工|竣工)?$' -%}
    case
        when regexp_matches({{ text }}, '(?:^|[^0-9])(?:0?2月3[01]|(?:0?[469]|11)月31)[日号]') then null
        when regexp_matches({{ text }}, '{{ date }}')
            then
                cast(coalesce(nullif(regexp_extract({{ text }}, '{{ date }}', 1), ''), '0') as bigint) * 10000
                + cast(regexp_extract({{ text }}, '{{ date }}', 2) as bigint) * 100
                + cast(
                    coalesce(nullif(regexp_extract({{ text }}, '{{ date }}', 3), ''), '{{ of_month }}') as bigint
                )
    end
{%- endmacro %}
