with attributes as (
    {{ touched('project_attributes') }}
),

-- a column of items (师资费；场地费) and one of their money: the cells of a column are kept together or one by one
columns_of_items as (
    select
        document_key,
        project_key,
        min(char_start) as first_char,
        -- their sum stands in the last row
        bool_or(regexp_matches(value, '；[^；]{0,6}(合计|总计)$')) as has_sum,
        sum(length(value) - length(replace(value, '；', '')) + 1) as items
    from attributes
    where
        regexp_full_match({{ name_key('attribute') }}, {{ audit_pattern('items_label') }})
        and contains(value, '；')
        and not regexp_matches(regexp_replace(value, '；[^；]{0,6}(合计|总计)$', ''), '(合计|小计|总计)')
    group by document_key, project_key
    having count(*) = 1
),

cells as (
    select
        document_key,
        project_key,
        {{ name_key('attribute') }} as label,
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
        cast(
            sum(try_cast(replace(cells.cell, ',', '') as decimal(18, 6))) / case when items.has_sum then 2 else 1 end
            as decimal(18, 6)
        ) as items_printed,
        regexp_replace(
            string_agg(
                cells.cell, ' + '
                -- cells of one attribute in their order
                order by 1000000 * cells.char_start + strpos('；' || cells.value || '；', '；' || cells.cell || '；')
            ),
            case when items.has_sum then ' [+] [^+]*$' else '^$' end, ''
        ) as items_words,
        max(case when items.has_sum then cells.label end) as label
    from columns_of_items as items
    inner join cells
        on
            items.document_key = cells.document_key
            and items.project_key = cells.project_key
            and items.first_char < cells.char_start
    group by items.document_key, items.project_key, items.items, items.has_sum
    having
        items.items = count(*)
        and count(try_cast(replace(cells.cell, ',', '') as decimal(18, 6))) = count(*)
        -- the last is the sum of the others, else nobody can tell what was wrong
        and (
            not items.has_sum
            or 2 * max(try_cast(replace(cells.cell, ',', '') as decimal(18, 6)))
            = sum(try_cast(replace(cells.cell, ',', '') as decimal(18, 6)))
        )
),

united as (
    select
        *,
        2 as nearness
    from in_columns
    union all
    select
        *,
        cast(null as varchar) as label,
        10 as nearness
    from {{ ref('int_items_lined') }}
)

select * from united
