with labels as (
    select
        form_key,
        unnest(string_split(empty_rows, '、')) as label
    from {{ ref('int_forms_printed') }}
    where empty_rows != ''
),

indicators as (
    select * from {{ ref('int_indicators_united') }}
),

-- what a level is called in the form, and what it means
named as (
    select
        indicators.form_key,
        regexp_extract({{ name_key('indicators.printed_level2') }}, '^([^指(]*)', 1) as label
    from indicators
    where indicators.printed_level2 is not null
    union
    select
        indicators.form_key,
        replace(categories.level2_name, '指标', '') as label
    from indicators
    inner join {{ ref('dim_category') }} as categories on indicators.category_key = categories.category_key
),

empty as (
    select distinct
        labels.form_key,
        labels.label
    from labels
    left join named on labels.form_key = named.form_key and labels.label = named.label
    where named.form_key is null
)

select
    form_key,
    string_agg(label, '、' order by label) as empty_levels,
    bool_and(label like '%效益' or label = '可持续影响') as are_of_benefit
from empty
group by form_key
