with indicators as (
    select
        scores.subject_key,
        indicators.form_key,
        indicators.indicator_name,
        {{ name_key('indicators.indicator_name') }} as name_text,
        scores.actual,
        scores.actual_value,
        {{ percent_unit('scores.actual_unit') }} as actual_unit
    from {{ ref('int_scores_united') }} as scores
    inner join {{ ref('int_indicators_united') }} as indicators on scores.subject_key = indicators.subject_key
    where scores.actual_is_quantitative
),

-- 安全隐患整改率: what is done, to what
rates as (
    select
        subject_key,
        form_key,
        actual_value as rate,
        regexp_extract(name_text, '(' || {{ audit_pattern('act_of_rate') }} || ')(?:完成)?率$', 1) as act,
        regexp_replace(name_text, '(' || {{ audit_pattern('act_of_rate') }} || ')(?:完成)?率$', '') as thing
    from indicators
    where actual_unit = '%'
),

-- 排查安全隐患处数, 完成安全隐患整改处数: all of it, and what was done of it
counts as (
    select
        rates.subject_key,
        rates.rate,
        counts.indicator_name || counts.actual as counted,
        counts.actual_value,
        {{ counted_unit('counts.actual_unit') }} as unit,
        contains(counts.name_text, '应') or not contains(counts.name_text, rates.act) as is_all
    from rates
    inner join indicators as counts
        on
            rates.form_key = counts.form_key
            and counts.actual_unit not in ('%', '‰')
            and translate(rates.thing, counts.name_text, '') = ''
            and not contains(counts.name_text, '率')
    where rates.act != '' and length(rates.thing) > 1
),

paired as (
    select
        subject_key,
        max(rate) as rate,
        string_agg(counted, '、' order by is_all desc, counted asc) as counts_words,
        max(case when is_all then actual_value end) as whole,
        max(case when not is_all then actual_value end) as part
    from counts
    group by subject_key
    having count(*) = 2 and count(case when is_all then 1 end) = 1 and count(distinct unit) = 1
)

select
    subject_key,
    counts_words,
    cast(100 * part / whole as decimal(18, 2)) as share_due,
    abs(100 * part / whole - rate) > 1 as share_differs
from paired
where whole > 0 and part <= whole
