with levelled as (
    select * from {{ ref('int_executions_levelled') }}
),

funding_sources as (
    select * from {{ ref('funding_sources') }}
),

amounts as (
    select
        sources.document_key,
        sources.project_key,
        measures.measure,
        funding_sources.funding_source_code,
        {{ of_measure('sources') }} as amount_wan
    from {{ ref('fct_execution_by_source') }} as sources
    inner join funding_sources on sources.funding_source_key = funding_sources.funding_source_key
    cross join {{ measures() }}
    {{ where_touched() }}
),

sources as (
    select
        document_key,
        project_key,
        measure,
        sum(amount_wan) as sources_wan,
        sum(amount_wan) filter (where funding_source_code = 'fiscal') as fiscal_wan
    from amounts
    group by document_key, project_key, measure
),

-- 财政拨款 as a whole has the levels as parts; 省级财政资金 beside 中央 and 市县 is one of them
counted as (
    select
        levelled.document_key,
        levelled.project_key,
        levelled.measure,
        case
            when sources.fiscal_wan is null
                then
                    case
                        when levelled.levels = 2 or levelled.levels > 2 and levelled.local_levels = 0
                            then levelled.amount_wan
                    end
            when sources.sources_wan = levelled.total_wan or sources.fiscal_wan = levelled.amount_wan then null
            else levelled.amount_wan
        end as amount_wan
    from levelled
    left join sources
        on
            levelled.document_key = sources.document_key
            and levelled.project_key = sources.project_key
            and levelled.measure = sources.measure
),

divided as (
    select
        document_key,
        project_key,
        max(amount_wan) filter (where measure = 'budget') as budget_wan,
        max(amount_wan) filter (where measure = 'adjusted') as adjusted_wan,
        max(amount_wan) filter (where measure = 'executed') as executed_wan
    from counted
    where amount_wan is not null
    group by document_key, project_key
)

select * from divided
