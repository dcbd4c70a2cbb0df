with totals as (
    {{ touched('reconciliation') }}
),

subjects as (
    select
        {{ place_key('document_key', 'char_start') }} as subject_key,
        document_key,
        project_key,
        cast(null as bigint) as indicator_key,
        level,
        name,
        printed,
        printed_wan,
        computed_wan,
        difference_wan,
        false as is_doubtful,
        page,
        line,
        char_start,
        char_end
    from totals
)

select * from subjects
order by subject_key
