with lines as (
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

-- the items may be printed in 万元 beside money in 元
compared as (
    select
        listed.document_key,
        listed.project_key,
        listed.items_words,
        listed.label,
        listed.nearness,
        funding.money_wan,
        funding.midterm_wan,
        case
            when listed.items_printed between funding.money_printed / 2 and funding.money_printed * 2
                then try_cast(listed.items_printed * funding.money_wan / funding.money_printed as decimal(18, 6))
            else listed.items_printed
        end as items_wan,
        listed.items_printed
    from {{ ref('int_items_listed') }} as listed
    inner join funding on listed.document_key = funding.document_key and listed.project_key = funding.project_key
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
            -- their own sum below them proves nothing
            and {{ name_key('lines.line_name') }} != coalesce(compared.label, '')
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
