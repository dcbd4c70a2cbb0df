-- Facts join seed funding_sources: a code that it lacks would be left out in silence.
with measures as (
    select
        document_id,
        funding_source_code as measure
    from {{ ref('stg_funding') }}
    union all
    select
        document_id,
        measure
    from {{ ref('stg_executions') }}
    union all
    select
        document_id,
        measure
    from {{ ref('stg_printed_totals') }}
    union all
    select
        document_id,
        measure
    from {{ ref('stg_repairs') }}
)

select * from measures
where
    measure != 'total'
    and measure not in (select funding_sources.funding_source_code from {{ ref('funding_sources') }} as funding_sources)
