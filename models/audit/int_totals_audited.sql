with totals as (
    {{ touched('reconciliation') }}
),

-- what the projects below print as their own totals: a project that does not add up is raised once, not at every sum
own as (
    select
        document_key,
        unit_key,
        sum(difference_wan) as difference_wan
    from totals
    where level = 'project'
    group by document_key, unit_key
),

below as (
    select
        totals.document_key,
        totals.char_start,
        sum(own.difference_wan) as difference_wan
    from totals
    inner join own
        on
            totals.document_key = own.document_key
            and totals.amount_kind = 'allocated'
            and (totals.level = 'document' or totals.level = 'unit' and totals.unit_key = own.unit_key)
    group by totals.document_key, totals.char_start
),

unread as (
    select * from {{ ref('int_totals_unread') }}
),

subjects as (
    select
        {{ place_key('totals.document_key', 'totals.char_start') }} as subject_key,
        totals.document_key,
        totals.project_key,
        cast(null as bigint) as indicator_key,
        totals.level,
        totals.amount_kind,
        totals.printed,
        {{ printed_in_wan('totals') }},
        totals.printed_wan,
        totals.computed_wan,
        totals.difference_wan,
        unread.char_start is not null as misses_a_number,
        -- nor is a sum raised for the totals of its projects
        case
            when coalesce(totals.printed_wan - sourced.sources_wan != nullif(below.difference_wan, 0), true)
                then sourced.sources_wan
        end as sources_wan,
        totals.difference_wan - coalesce(below.difference_wan, 0) as printed_difference_wan,
        summed.column_name,
        summed.column_wan,
        summed.column_computed_wan,
        false as is_doubtful,
        totals.page,
        totals.line,
        totals.char_start,
        totals.char_end
    from totals
    left join unread
        on totals.document_key = unread.document_key and totals.char_start = unread.char_start
    left join {{ ref('int_totals_sourced') }} as sourced
        on totals.document_key = sourced.document_key and totals.char_start = sourced.char_start
    left join below
        on totals.document_key = below.document_key and totals.char_start = below.char_start
    left join {{ ref('int_columns_summed') }} as summed
        on
            totals.document_key = summed.document_key
            and totals.level = summed.level
            and totals.amount_kind = summed.amount_kind
            and totals.unit_key is not distinct from summed.unit_key
)

select * from subjects
order by subject_key
