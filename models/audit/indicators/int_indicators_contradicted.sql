with indicators as (
    select
        subject_key,
        form_key,
        category_key,
        indicator_seq,
        indicator_name,
        annual_target,
        annual_operator,
        annual_value,
        {{ name_key('annual_unit') }} as unit,
        {{ name_key('indicator_name') }} as name_text
    from {{ ref('int_indicators_united') }}
    where annual_is_quantitative and length({{ name_key('indicator_name') }}) >= 6
),

-- 举办文化活动场次 and 文化活动举办场次 are one indicator, under two levels of one form
pairs as (
    select
        later.subject_key,
        earlier.indicator_name as other_name,
        earlier.annual_target as other_target
    from indicators as later
    inner join indicators as earlier
        on
            later.form_key = earlier.form_key
            and later.category_key != earlier.category_key
            and later.indicator_seq > earlier.indicator_seq
            and later.unit = earlier.unit
            and later.annual_operator = earlier.annual_operator
            and later.annual_value != earlier.annual_value
            and length(later.name_text) = length(earlier.name_text)
            and translate(later.name_text, earlier.name_text, '') = ''
            and translate(earlier.name_text, later.name_text, '') = ''
)

select
    subject_key,
    min(other_name) as other_name,
    min(other_target) as other_target
from pairs
group by subject_key
having count(*) = 1
