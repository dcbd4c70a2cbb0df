with executions as (
    {{ touched('fct_execution') }}
),

measured as (
    select
        executions.document_key,
        executions.project_key,
        measures.measure,
        {{ of_measure('executions') }} as total_wan,
        {{ of_measure('executions', 'printed') }} as total_printed
    from executions
    cross join {{ measures() }}
)

select * from measured
