with indicators as (
    select * from {{ ref('int_indicators_described') }}
    where not is_unused
),

weights as (
    {{ printed_of_indicators(['weight'], is_evaluated=false) }}
),

summed as (
    select
        indicators.form_key,
        case when count(*) = count(weights.weight) then sum(weights.weight) end as weights,
        bool_or(
            weights.weight > 0 and regexp_matches(indicators.name_text, {{ audit_pattern('execution_name') }})
        ) as weighs_execution
    from indicators
    inner join weights on indicators.subject_key = weights.subject_key
    group by indicators.form_key
),

placed as (
    select
        summed.*,
        count(case when summed.weights = 100 then 1 end) over same_kind as of_hundred,
        count(case when summed.weights = 90 then 1 end) over same_kind as of_ninety,
        bool_or(summed.weighs_execution) over same_kind as kind_weighs_execution
    from summed
    inner join {{ ref('int_forms_united') }} as forms on summed.form_key = forms.form_key
    window same_kind as (partition by forms.document_key, forms.form_kind)
),

-- forms of one kind leave ten points for the execution of the budget, or none of them does
compared as (
    select
        form_key,
        weights,
        weights = 100 and of_hundred = 1 and of_ninety > 1 or weights = 90 and of_ninety = 1 and of_hundred > 1
            as differs_from_others,
        -- forms that weigh the execution as an indicator leave no points for it
        coalesce(weights = 90 and kind_weighs_execution, false) as leaves_no_points
    from placed
)

select * from compared
