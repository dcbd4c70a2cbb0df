with indicators as (
    select
        subject_key,
        form_key,
        name_text
    from {{ ref('int_indicators_described') }}
    where not is_unused and coalesce(indicator_name, annual_target) is not null
),

weights as (
    {{ printed_of_indicators(['weight']) }}
),

executions as (
    select
        form_key,
        execution_weight
    from {{ ref('int_executions_united') }}
),

counted as (
    select
        indicators.subject_key,
        indicators.name_text,
        weights.weight,
        count(*) over of_form as form_indicators,
        count(weights.weight) over of_form as weighted,
        sum(weights.weight) over of_form + coalesce(executions.execution_weight, 0) as form_weights
    from indicators
    inner join weights on indicators.subject_key = weights.subject_key
    left join executions on indicators.form_key = executions.form_key
    window of_form as (partition by indicators.form_key)
)

-- one left out of at least four; where the others make a hundred, two rows share the weight of one cell, and the ten
-- points of the execution stand by themselves
select
    subject_key,
    weight is null
    and weighted = form_indicators - 1
    and form_weights < 100
    and not coalesce(regexp_matches(name_text, {{ audit_pattern('execution_name') }}), false) as is_left_out,
    form_weights as other_weights
from counted
where form_indicators > 3 and weighted >= form_indicators - 1
