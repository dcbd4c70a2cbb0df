with indicators as (
    select
        indicators.subject_key,
        indicators.form_key,
        indicators.category_key,
        indicators.indicator_seq,
        indicators.indicator_name,
        categories.level1_code,
        {{ name_key('indicators.annual_target') }} as target_text,
        indicators.annual_value,
        coalesce({{ name_key('scores.actual') }}, '') as actual_text,
        case
            when indicators.annual_is_quantitative and indicators.annual_value >= 2
                then
                    indicators.annual_unit = '天'
                    or not regexp_matches(indicators.annual_unit, {{ audit_pattern('no_count_unit') }})
        end as is_count,
        -- 全年开放天数 is 年开放天数
        regexp_replace(
            regexp_replace({{ name_key('indicators.indicator_name') }}, {{ audit_pattern('counted_ending') }}, ''),
            {{ audit_pattern('period_of_name') }}, ''
        ) as thing
    from {{ ref('int_indicators_united') }} as indicators
    inner join {{ ref('dim_category') }} as categories on indicators.category_key = categories.category_key
    left join {{ ref('int_scores_united') }} as scores on indicators.subject_key = scores.subject_key
),

-- a count, or what a benefit is told in: a sentence without a number is no target of two
told as (
    select * from indicators
    where
        is_count
        or level1_code = '2'
        and is_count is null
        and length(target_text) > 9
        and not regexp_matches(target_text, '[0-9]')
),

-- 受益学生人数 after 改善办学条件受益学生: all characters of the shorter name stand in the longer one
pairs as (
    select
        later.subject_key,
        earlier.indicator_name as other_name
    from told as later
    inner join told as earlier
        on
            later.form_key = earlier.form_key
            and later.level1_code = earlier.level1_code
            and later.target_text = earlier.target_text
            and later.actual_text = earlier.actual_text
            and later.indicator_seq > earlier.indicator_seq
            and later.indicator_name != earlier.indicator_name
            and (
                later.is_count is null
                or least(length(later.thing), length(earlier.thing)) > 2
                and (
                    -- the names are one, perhaps in another order: under whatever level of output or of benefit
                    length(later.thing) = length(earlier.thing)
                    and translate(later.thing, earlier.thing, '') = ''
                    and translate(earlier.thing, later.thing, '') = ''
                    -- a few of a level may be found twice by chance
                    or later.category_key = earlier.category_key
                    and later.annual_value >= 10
                    and '' in (translate(later.thing, earlier.thing, ''), translate(earlier.thing, later.thing, ''))
                )
            )
    qualify row_number() over (partition by later.subject_key order by earlier.indicator_seq) = 1
)

select * from pairs
