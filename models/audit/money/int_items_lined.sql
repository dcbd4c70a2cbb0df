-- an item and its money in a line of their own, perhaps with what it rests on (36.00；120亩×0.3万元)
with amounts as (
    select
        document_key,
        project_key,
        char_start,
        {{ name_key('attribute') }} as label,
        regexp_extract(value, '^[0-9][0-9,]*(?:[.][0-9]+)?') as printed,
        try_cast(
            replace(regexp_extract(value, '^[0-9][0-9,]*(?:[.][0-9]+)?'), ',', '') as decimal(18, 6)
        ) as number
    from ({{ touched('project_attributes') }}) as attributes
    where regexp_matches(value, '^[0-9][0-9,]*([.][0-9]+)?(；|$)')
),

items as (
    select
        *,
        count(*) over (partition by document_key, project_key, label) as of_label,
        row_number() over (partition by document_key, project_key, label order by char_start desc) as from_right
    from amounts
    where
        regexp_matches(label, {{ audit_pattern('item_name') }})
        and not regexp_matches(label, {{ audit_pattern('money_part') }})
        and not regexp_matches(label, {{ audit_pattern('no_money_part') }})
        and number > 0
),

-- where every item has as many amounts, the last is that of the year: 上年度预算 stands to the left of it
columned as (
    select
        *,
        min(of_label) over (partition by document_key, project_key)
        = max(of_label) over (partition by document_key, project_key) as has_columns
    from items
)

select
    document_key,
    project_key,
    sum(number) as items_printed,
    string_agg(label || ' ' || printed, '、' order by char_start) as items_words
from columned
where from_right = 1 or not has_columns
group by document_key, project_key
having count(*) > 2
