with parts as (
    {{ touched('fct_department_budget') }}
),

-- 基本支出 985.19 914.97 10 10: what a row scored above its own rate
scored as (
    select
        {{ department_form_subject_key('document_key', 'form_seq') }} as form_key,
        item_printed,
        char_start,
        computed_rate,
        execution_weight,
        execution_score,
        (execution_score - execution_weight * least(computed_rate, 100) / 100) / execution_weight as excess_share
    from parts
    where item != 'total' and execution_weight > 0 and execution_score is not null and computed_rate is not null
)

select
    form_key,
    item_printed as part_name,
    computed_rate as part_rate,
    execution_weight as part_weight,
    execution_score as part_score,
    cast(excess_share as decimal(18, 6)) as part_excess_share
from scored
qualify row_number() over (partition by form_key order by excess_share desc, char_start asc) = 1
