-- 办结满意率95%以上 in the note of a satisfaction of ≥98%: the one rate that a note says, of what the name says;
-- 正常运行设施占比不低于90%: a share of what the name says
with indicators as (
    select
        subject_key,
        annual_value,
        {{ name_key("concat_ws('。', printed_level2, indicator_name)") }} as name_text,
        {{ name_key('note') }} as note_text
    from {{ ref('int_indicators_united') }}
    where note like '%\%%' escape '\' and annual_unit = '%' and annual_operator in ('=', '>=', '>')
),

noted as (
    select
        *,
        regexp_extract(note_text, {{ audit_pattern('noted_rate') }}) as rate_words
    from indicators
    where
        length(note_text) - length(replace(note_text, '%', '')) = 1
        -- how it is scored, or a rate of another time or place
        and not regexp_matches(replace(note_text, '不低于', ''), {{ audit_pattern('no_noted_rate') }})
),

rates as (
    select
        subject_key,
        rate_words,
        annual_value,
        try_cast(regexp_extract(rate_words, '([0-9.]+)%', 1) as decimal(18, 6)) as noted_rate
    from noted
    where
        rate_words != ''
        and (
            contains(name_text, left(rate_words, 2))
            or regexp_matches(rate_words, '(占比|比例|比重)(不低于|不少于|达到|应达到|≥)')
            and array_length(list_intersect(
                {{ character_pairs('name_text') }},
                {{ character_pairs("regexp_extract(rate_words, '^(.*)(?:占比|比例|比重)', 1)") }}
            )) > 1
        )
),

-- 全年举办培训不少于12期 in the note of 举办培训期数 ≥10期: the one number of a note, in the unit of the target
counts as (
    select
        subject_key,
        annual_value,
        {{ name_key('indicator_name') }} as name_text,
        {{ name_key('annual_unit') }} as unit,
        {{ name_key('note') }} as note_text,
        regexp_extract({{ name_key('note') }}, {{ audit_pattern('noted_count') }}) as count_words
    from {{ ref('int_indicators_united') }}
    where
        note is not null
        and annual_unit != '%'
        and annual_operator in ('=', '>=', '>')
        and not regexp_matches(replace({{ name_key('note') }}, '不低于', ''), {{ audit_pattern('no_noted_rate') }})
        and not regexp_matches({{ name_key('note') }}, '每|均|单|各|[0-9][^0-9]+[0-9]')
),

united as (
    select
        subject_key,
        rate_words,
        annual_value,
        noted_rate
    from rates
    union all
    select
        subject_key,
        count_words as rate_words,
        annual_value,
        try_cast(regexp_extract(count_words, '([0-9.]+)[^0-9.]*$', 1) as decimal(18, 6)) as noted_rate
    from counts
    where
        unit != ''
        and starts_with(regexp_extract(count_words, '[^0-9.]*$'), unit)
        and array_length(list_intersect({{ character_pairs('name_text') }}, {{ character_pairs('count_words') }})) > 1
)

select
    subject_key,
    rate_words,
    noted_rate != annual_value as differs_from_note
from united
where noted_rate is not null
