{%- set number = "[0-9][0-9,]*(?:[.][0-9]+)?" -%}
with texts as (
    select
        form_key,
        {{ name_key("concat_ws('。', annual_goal, cycle_goal, achieved_goal)") }} as said
    from {{ ref('int_forms_united') }}
),

-- 衬砌渠道12.5公里,每公里28万元,共需资金420万元
phrases as (
    select distinct
        form_key,
        unnest(regexp_extract_all(said, {{ audit_pattern('price_and_total') }})) as phrase
    from texts
),

parts as (
    select
        form_key,
        phrase,
        regexp_extract(phrase, '^({{ number }}万?)', 1) as counted,
        {{ counted_unit("regexp_extract(phrase, '^" ~ number ~ "万?([^0-9])', 1)") }} as unit,
        {{ counted_unit("coalesce(nullif(regexp_extract(phrase, '每([^0-9])', 1), ''), \
            nullif(regexp_extract(phrase, '([^0-9])均', 1), ''), regexp_extract(phrase, '单([^0-9价])', 1))") }}
            as priced_unit,
        regexp_extract(phrase, '(?:每|均|单)[^0-9]*({{ number }}万?)元', 1) as price,
        regexp_extract(phrase, '({{ number }}[万亿]?)元$', 1) as total
    from phrases
    where
        not regexp_matches(
            phrase, '其中|另|分别|不超过|以内|以下|以上|左右|最高|至少|约|余|每(月|天|日|次|学期|季)|/(月|天|日|次|学期|季)|[月日天]均|分担|自筹'
        )
),

valued as (
    select
        form_key,
        {%- for part in ['counted', 'price', 'total'] %}
            try_cast(replace(regexp_extract({{ part }}, '^{{ number }}'), ',', '') as double)
            * case right({{ part }}, 1) when '万' then 10000 when '亿' then 100000000 else 1 end as {{ part }},
        {%- endfor %}
        phrase
    from parts
    where unit = priced_unit
)

select
    form_key,
    phrase as calculation_words,
    try_cast(counted * price / 10000 as decimal(18, 6)) as calculated_wan,
    try_cast(abs(counted * price / total - 1) as decimal(18, 6)) as difference_share,
    abs(12 * counted * price / total - 1) < 0.02 as is_of_months
from valued
where total > 0 and counted * price > 0 and counted * price / total between 0.3 and 3
