with indicators as (
    select * from {{ ref('int_indicators_united') }}
    where not {{ unused_level() }}
),

weights as (
    select
        indicator_key as subject_key,
        weight
    from {{ ref('fct_indicators') }}
    {{ where_touched() }}
    union all
    select
        {{ department_indicator_subject_key('document_key', 'form_seq', 'indicator_seq') }} as subject_key,
        weight
    from {{ ref('fct_department_indicators') }}
    {{ where_touched() }}
),

summed as (
    select
        indicators.form_key,
        case when count(*) = count(weights.weight) then sum(weights.weight) end as weights
    from indicators
    inner join weights on indicators.subject_key = weights.subject_key
    group by indicators.form_key
)

select * from summed
