with totals as (
    select * from {{ ref('stg_printed_totals') }}
),

documents as (
    select * from {{ ref('int_documents_current') }}
),

sums as (
    select * from {{ ref('int_amounts_summed') }}
),

compared as (
    select
        totals.document_id,
        totals.level,
        totals.amount_kind,
        totals.measure,
        totals.unit_row_key,
        totals.project_row_key,
        totals.printed,
        totals.is_repaired,
        totals.page,
        totals.line,
        totals.char_start,
        totals.char_end,
        totals.amount_wan as printed_wan,
        cast(coalesce(sums.computed_wan, 0) as decimal(18, 6)) as computed_wan,
        cast(totals.amount_wan - coalesce(sums.computed_wan, 0) as decimal(18, 6)) as difference_wan,
        coalesce(totals.amount_wan = coalesce(sums.computed_wan, 0), false) as reconciles
    from totals
    inner join documents on totals.document_id = documents.document_id
    left join sums
        on
            totals.document_id = sums.document_id
            and totals.level = sums.level
            and totals.amount_kind = sums.amount_kind
            and totals.measure = sums.measure
            and totals.form_seq is not distinct from sums.form_seq
            and totals.unit_row_key is not distinct from sums.unit_row_key
            and totals.project_row_key is not distinct from sums.project_row_key
)

select * from compared
