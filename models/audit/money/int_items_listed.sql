with attributes as (
    {{ touched('project_attributes') }}
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
        value,
        unnest(string_split(value, '；')) as cell
    from attributes
    where regexp_full_match({{ name_key('attribute') }}, {{ audit_pattern('items_money_label') }})
),

in_columns as (
    select
        items.document_key,
        items.project_key,
        sum(try_cast(replace(cells.cell, ',', '') as decimal(18, 6))) as items_printed,
        string_agg(
            cells.cell, ' + '
            -- cells of one attribute in their order
            order by 1000000 * cells.char_start + strpos('；' || cells.value || '；', '；' || cells.cell || '；')
        ) as items_words
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

united as (
    select
        *,
        2 as nearness
    from in_columns
    union all
    select
        *,
        10 as nearness
    from {{ ref('int_items_lined') }}
)

select * from united
