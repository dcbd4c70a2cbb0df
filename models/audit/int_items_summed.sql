with attributes as (
    {{ touched('project_attributes') }}
),

lines as (
    select * from {{ ref('int_lines_kept') }}
    where measure is null
),

funding as (
    select
        document_key,
        project_key,
        sum(amount_wan) as money_wan,
        sum(try_cast(replace(amount_printed, ',', '') as decimal(18, 6))) as money_printed,
        sum(midterm_amount_wan) as midterm_wan
    from {{ ref('fct_funding') }}
    {{ where_touched() }}
    group by document_key, project_key
    having sum(amount_wan) > 0
),

-- a column of items (师资费；场地费) and one of their money: the cells of a column are kept together or one by one
columns_of_items as (
    select
        document_key,
        project_key,
        min(char_start) as first_char,
        sum(length(value) - length(replace(value, '；', '')) + 1) as items
    from attributes
    where
        regexp_full_match({{ name_key('attribute') }}, {{ audit_pattern('items_label') }})
        and contains(value, '；')
        and not regexp_matches(value, '(合计|小计|总计)')
    group by document_key, project_key
    having count(*) = 1
),

cells as (
    select
        document_key,
        project_key,
        char_start,
        unnest(string_split(value, '；')) as cell
    from attributes
    where regexp_full_match({{ name_key('attribute') }}, {{ audit_pattern('items_money_label') }})
),

in_columns as (
    select
        items.document_key,
        items.project_key,
        sum(try_cast(replace(cells.cell, ',', '') as decimal(18, 6))) as items_printed,
        string_agg(cells.cell, ' + ' order by cells.char_start) as items_words
    from columns_of_items as items
    inner join cells
        on
            items.document_key = cells.document_key
            and items.project_key = cells.project_key
            and items.first_char < cells.char_start
    group by items.document_key, items.project_key, items.items
    having
        items.items = count(*)
        and count(try_cast(replace(cells.cell, ',', '') as decimal(18, 6))) = count(*)
),

-- an item and its money in a line of their own
in_lines as (
    select
        document_key,
        project_key,
        sum(number) as items_printed,
        string_agg(line_name || ' ' || printed, '、' order by char_start) as items_words
    from lines
    where
        regexp_matches({{ name_key('line_name') }}, {{ audit_pattern('item_name') }})
        and not regexp_matches({{ name_key('line_name') }}, {{ audit_pattern('money_part') }})
        and not regexp_matches({{ name_key('line_name') }}, {{ audit_pattern('no_money_part') }})
        and number > 0
    group by document_key, project_key
    having count(*) > 2
),

united as (
    select
        *,
        2 as nearness
    from in_columns
    union all
    select
        *,
        10 as nearness
    from in_lines
),

-- the items may be printed in 万元 beside money in 元
compared as (
    select
        united.document_key,
        united.project_key,
        united.items_words,
        united.nearness,
        funding.money_wan,
        funding.midterm_wan,
        case
            when united.items_printed between funding.money_printed / 2 and funding.money_printed * 2
                then cast(united.items_printed * funding.money_wan / funding.money_printed as decimal(18, 6))
            else united.items_printed
        end as items_wan,
        united.items_printed
    from united
    inner join funding on united.document_key = funding.document_key and united.project_key = funding.project_key
),

-- a sum that the form prints as its total of another period or kind is no other number
proved as (
    select distinct
        compared.document_key,
        compared.project_key
    from compared
    inner join lines
        on
            compared.document_key = lines.document_key
            and compared.project_key = lines.project_key
            and compared.items_printed = lines.number
),

summed as (
    select
        compared.document_key,
        compared.project_key,
        compared.items_wan,
        compared.items_words
    from compared
    left join proved on compared.document_key = proved.document_key and compared.project_key = proved.project_key
    where
        proved.document_key is null
        and coalesce(compared.items_wan != compared.midterm_wan, true)
        and abs(compared.items_wan - compared.money_wan) * compared.nearness <= compared.money_wan
    -- the columns before the lines
    qualify row_number() over (
        partition by compared.document_key, compared.project_key order by compared.nearness
    ) = 1
)

select * from summed
