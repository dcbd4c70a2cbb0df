with costs as (
    select
        limits.*,
        -- the whole is called so, and is the money of the project
        regexp_matches(limits.name_text, {{ audit_pattern('whole_cost_item') }})
        and abs(limits.annual_wan - forms.amount_wan) <= 0.01 as is_whole
    from {{ ref('int_costs_limited') }} as limits
    inner join {{ ref('int_forms_united') }} as forms on limits.form_key = forms.form_key
)

select
    form_key,
    max(case when is_whole then cost_words end) as whole_words,
    try_cast(max(case when is_whole then annual_wan end) as decimal(18, 6)) as whole_wan,
    try_cast(sum(case when not is_whole then annual_wan end) as decimal(18, 6)) as parts_wan,
    string_agg(case when not is_whole then cost_words end, '、' order by indicator_seq) as parts_words
from costs
group by form_key
having count(case when is_whole then 1 end) = 1 and count(case when not is_whole then 1 end) > 1
