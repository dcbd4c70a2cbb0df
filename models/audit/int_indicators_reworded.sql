with indicators as (
    select
        indicators.subject_key,
        indicators.form_key,
        indicators.category_key,
        indicators.indicator_seq,
        indicators.indicator_name,
        {{ name_key('indicators.annual_target') }} as target_text,
        indicators.annual_value,
        coalesce({{ name_key('scores.actual') }}, '') as actual_text,
        regexp_replace({{ name_key('indicators.indicator_name') }}, {{ audit_pattern('counted_ending') }}, '') as thing
    from {{ ref('int_indicators_united') }} as indicators
    left join {{ ref('int_scores_united') }} as scores on indicators.subject_key = scores.subject_key
    where
        indicators.annual_is_quantitative
        and indicators.annual_value >= 2
        and not regexp_matches(indicators.annual_unit, {{ audit_pattern('no_count_unit') }})
),

-- 受益学生人数 after 改善办学条件受益学生: all characters of the shorter name stand in the longer one
pairs as (
    select
        later.subject_key,
        earlier.indicator_name as other_name
    from indicators as later
    inner join indicators as earlier
        on
            later.form_key = earlier.form_key
            and later.category_key = earlier.category_key
            and later.target_text = earlier.target_text
            and later.actual_text = earlier.actual_text
            and later.indicator_seq > earlier.indicator_seq
            and later.indicator_name != earlier.indicator_name
            and least(length(later.thing), length(earlier.thing)) > 2
            and (translate(later.thing, earlier.thing, '') = '' or translate(earlier.thing, later.thing, '') = '')
            -- a few may be found twice by chance, unless the names are one in another order
            and (
                later.annual_value >= 10
                or length(later.thing) = length(earlier.thing)
                and translate(later.thing, earlier.thing, '') = ''
                and translate(earlier.thing, later.thing, '') = ''
            )
    qualify row_number() over (partition by later.subject_key order by earlier.indicator_seq) = 1
)

select * from pairs
