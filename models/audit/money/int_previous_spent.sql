-- what the same project had and spent the year before, as its form prints beside its own budget
with amounts as (
    select
        document_key,
        project_key,
        value,
        {{ name_key('attribute') }} as label,
        try_cast(replace(value, ',', '') as decimal(18, 6)) as amount
    from ({{ touched('project_attributes') }}) as attributes
),

told as (
    select
        *,
        regexp_full_match(label, {{ audit_pattern('previous_budget_label') }}) as is_budget,
        regexp_full_match(label, {{ audit_pattern('previous_spent_label') }}) as is_spent,
        regexp_matches(label, {{ audit_pattern('previous_change_label') }}) as is_change,
        regexp_extract(label, '[(](万元|元)[)]', 1) as unit
    from amounts
)

select
    document_key,
    project_key,
    max(case when is_budget then value end) as previous_budget_printed,
    max(case when is_spent then value end) as previous_spent_printed,
    max(case when is_spent then amount end) > max(case when is_budget then amount end) as previous_is_over
from told
where is_budget or is_spent or is_change
group by document_key, project_key
having
    count(case when is_budget and amount > 0 then 1 end) = 1
    and count(case when is_budget then 1 end) = 1
    and count(case when is_spent then 1 end) = 1
    and count(case when is_spent then amount end) = 1
    -- a budget that was changed in the year is another one
    and count(case when is_change then 1 end) = 0
    and count(distinct unit) = 1
