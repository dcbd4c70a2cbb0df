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

-- 合计 100 below the indicators of the one form of a document that has no points for the execution
totals as (
    select
        document_id as document_key,
        regexp_matches(text, '(^|\n)[ \t　]*(合计|总计|总分)[ \t　]*100([.]0+)?[ \t　]*(分[ \t　]*)?(\n|$)')
        and not regexp_matches(text, '执行率|执行情况') as prints_hundred,
        regexp_matches(text, '执行(率|情况)?[ 　]*[(（]10[ 　]*分|执行率[^0-9\n]{0,40}\t10([.]0+)?(\t|\n|$)') as gives_ten
    from {{ ref('stg_sources') }}
),

placed as (
    select
        summed.*,
        count(*) over (partition by forms.document_key) = 1 and totals.prints_hundred as prints_hundred,
        totals.gives_ten,
        count(case when summed.weights = 100 then 1 end) over same_kind as of_hundred,
        count(case when summed.weights = 90 then 1 end) over same_kind as of_ninety,
        bool_or(summed.weighs_execution) over same_kind as kind_weighs_execution
    from summed
    inner join {{ ref('int_forms_united') }} as forms on summed.form_key = forms.form_key
    left join totals on forms.document_key = totals.document_key
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
        coalesce(weights = 90 and kind_weighs_execution, false) as leaves_no_points,
        coalesce(weights = 90 and prints_hundred, false) as prints_other_total,
        -- ten points stand beside the indicators, in a row of their own
        coalesce(gives_ten and not kind_weighs_execution, false) as gives_ten
    from placed
)

select * from compared
