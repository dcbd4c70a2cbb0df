{%- set number = '[0-9][0-9,]*(?:[.][0-9]+)?' -%}
{%- set price = '每([人名户位生亩座个头只株所])(每?[年月])?[^0-9。;,]{0,6}(' ~ number ~ ')(万?)元' -%}
-- tasks of a department that name one price: 困难残疾人生活补贴(每人每月80元)
with tasks as (
    select
        {{ department_form_subject_key('document_key', 'form_seq') }} as form_key,
        department_task_key,
        task_name,
        amount_wan,
        {{ name_key('content') }} as said
    from ({{ touched('fct_department_tasks') }}) as tasks
    where amount_wan > 0 and regexp_matches({{ name_key('content') }}, '^[^元]*{{ price }}[^元]*$')
),

priced as (
    select
        form_key,
        department_task_key,
        task_name,
        amount_wan,
        said,
        regexp_extract(said, '{{ price }}') as price_words,
        {{ counted_unit("regexp_extract(said, '" ~ price ~ "', 1)") }} as priced_unit,
        regexp_extract(said, '([^,;。、:()0-9]{2,16})[(:,]?[^,;。、:()0-9]{0,4}{{ price }}', 1) as priced_thing,
        try_cast(replace(regexp_extract(said, '{{ price }}', 3), ',', '') as decimal(18, 6))
        * case when regexp_extract(said, '{{ price }}', 4) = '万' then 1 else 0.0001 end
        * case when regexp_extract(said, '{{ price }}', 2) like '%月' then 12 else 1 end as price_wan
    from tasks
),

counts as (
    select
        form_key,
        indicator_name,
        annual_target,
        {{ name_key('indicator_name') }} as name_text,
        {{ counted_unit('annual_unit') }} as unit,
        annual_value * {{ large_number('annual_unit') }} as counted
    from {{ ref('int_indicators_united') }}
    where form_kind = 'department' and annual_operator in ('=', '>=', '>')
),

-- the one indicator that counts what has the price
multiplied as (
    select
        priced.form_key,
        priced.task_name,
        priced.amount_wan,
        priced.price_words,
        counts.indicator_name,
        counts.annual_target,
        try_cast(priced.price_wan * counts.counted as decimal(18, 6)) as product_wan
    from priced
    inner join counts
        on
            priced.form_key = counts.form_key
            and priced.priced_unit = counts.unit
            and length(priced.priced_thing) > 2
            and 4 * length(translate(priced.priced_thing, counts.name_text, '')) <= length(priced.priced_thing)
    qualify count(*) over (partition by priced.department_task_key) = 1
)

select
    form_key,
    max(product_wan - amount_wan) as task_exceeded_wan,
    max(product_wan / amount_wan) as task_exceeded_share,
    string_agg(
        task_name || '（' || annual_target || '×' || price_words || '）', '、' order by task_name, annual_target
    ) as task_price_words
from multiplied
group by form_key
