with totals as (
    select
        *,
        count(*) over (partition by document_key, level, amount_kind, unit_key) as rows_of_kind
    from ({{ touched('reconciliation') }}) as totals
    where level != 'project'
),

sources as (
    select
        document_key,
        level,
        amount_kind,
        unit_key,
        count(*) as sources,
        count(distinct funding_source_code) as kinds_of_source,
        sum(printed_wan) as sources_wan,
        sum(computed_wan) as sources_computed_wan
    from {{ ref('reconciliation_by_source') }}
    {{ where_touched() }}
    group by document_key, level, amount_kind, unit_key
),

-- the row of a total that prints every source of what it adds up
sourced as (
    select
        totals.document_key,
        totals.char_start,
        sources.sources_wan
    from totals
    inner join sources
        on
            totals.document_key = sources.document_key
            and totals.level = sources.level
            and totals.amount_kind = sources.amount_kind
            and totals.unit_key is not distinct from sources.unit_key
    where
        totals.rows_of_kind = 1
        and sources.sources > 1
        and sources.sources = sources.kinds_of_source
        and sources.sources_computed_wan = totals.computed_wan
        -- sources of all that stands below: the total is raised against what it adds up
        and (sources.sources_wan != totals.computed_wan or totals.printed_wan = totals.computed_wan)
)

select * from sourced
