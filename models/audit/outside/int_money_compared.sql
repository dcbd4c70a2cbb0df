with meant as (
    select
        *,
        case
            when form_kind = 'plan' then 'allocated'
            when figure = 'money' then 'adjusted'
            else figure
        end as measure
    from {{ ref('int_statements_meant') }}
    where figure in ('money', 'budget', 'adjusted', 'executed')
),

sums as (
    select * from {{ ref('int_forms_totalled') }}
),

-- money before the year's end may be that of its beginning or of its end, and of all sources or of 财政拨款
met as (
    select
        meant.said_total_key,
        bool_or(abs(meant.said_value - sums.amount_wan) <= meant.rounded_to) as is_met,
        -- in another unit than is said
        bool_or(
            meant.said_value between sums.amount_wan * 9999 and sums.amount_wan * 10001
            or sums.amount_wan between meant.said_value * 9999 and meant.said_value * 10001
        ) as is_of_other_unit,
        max(
            case
                when sums.source = 'total' and sums.measure = meant.measure and sums.is_complete then sums.amount_wan
            end
        ) as sum_wan,
        max(
            case when sums.source = 'total' and sums.measure = 'budget' and sums.is_complete then sums.amount_wan end
        ) as budget_sum_wan,
        -- where all of it is 财政拨款
        max(
            case
                when sums.source = 'fiscal' and sums.measure = meant.measure and sums.is_complete then sums.amount_wan
            end
        ) as fiscal_wan
    from meant
    inner join sums
        on
            meant.document_key = sums.document_key
            and meant.form_kind = sums.form_kind
            and (
                meant.figure = 'money'
                or meant.measure = sums.measure
                or meant.measure in ('budget', 'adjusted') and sums.measure in ('budget', 'adjusted')
            )
    group by meant.said_total_key
),

compared as (
    select
        meant.*,
        met.is_met,
        met.fiscal_wan,
        case when meant.measure = 'adjusted' then coalesce(met.sum_wan, met.budget_sum_wan) else met.sum_wan end
            as sum_wan,
        met.is_of_other_unit
        or regexp_matches(meant.scope_words, {{ audit_pattern('one_source_said') }}) as is_of_other_money,
        regexp_matches(meant.scope_words, {{ audit_pattern('main_source_said') }}) as names_source
    from meant
    inner join met on meant.said_total_key = met.said_total_key
)

select
    *,
    case
        when is_met then false
        when sum_wan is null or is_of_other_money then null
        -- one source may be less than all money, never more
        when
            names_source
            and said_value < sum_wan
            and not coalesce(
                fiscal_wan = sum_wan and regexp_matches(scope_words, '财政(拨款|资金)') and not scope_words like '%当年%',
                false
            )
            then null
        else true
    end as differs
from compared
