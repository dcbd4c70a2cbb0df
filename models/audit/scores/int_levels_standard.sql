-- what the execution of the budget and each level of indicators weigh in a self-evaluation that weighs all of them
with weights as (
    {{ printed_of_indicators(['weight']) }}
),

summed as (
    select
        indicators.form_key,
        sum(case when categories.level1_code = '1' then weights.weight else 0 end) as output_points,
        sum(case when categories.level1_code = '2' then weights.weight else 0 end) as benefit_points,
        sum(case when categories.level1_code = '3' then weights.weight else 0 end) as opinion_points
    from weights
    inner join {{ ref('int_indicators_united') }} as indicators on weights.subject_key = indicators.subject_key
    inner join {{ ref('dim_category') }} as categories on indicators.category_key = categories.category_key
    where indicators.form_kind = 'evaluation'
    group by indicators.form_key
    -- without a level its points go to the others
    having
        bool_and(weights.weight is not null and categories.level1_code in ('1', '2', '3'))
        and count(distinct categories.level1_code) = 3
),

weighed as (
    select
        summed.*,
        executions.document_key,
        executions.execution_weight,
        executions.execution_weight = 10
        and summed.output_points = 50
        and summed.benefit_points = 30
        and summed.opinion_points = 10 as is_standard
    from summed
    inner join {{ ref('int_executions_united') }} as executions on summed.form_key = executions.form_key
    where
        executions.execution_weight is not null
        and executions.execution_weight + summed.output_points + summed.benefit_points + summed.opinion_points = 100
),

compared as (
    select
        *,
        count(*) over (partition by document_key) as document_forms,
        count(case when is_standard then 1 end) over (partition by document_key) as standard_forms
    from weighed
)

select
    form_key,
    execution_weight as execution_points,
    output_points,
    benefit_points,
    opinion_points,
    standard_forms,
    case
        when standard_forms - case when is_standard then 1 else 0 end > 2 and 4 * standard_forms >= 3 * document_forms
            then not is_standard
    end as is_not_standard
from compared
