with indicators as (
    select
        subject_key,
        form_key,
        annual_operator,
        annual_value,
        cycle_value * {{ large_number('cycle_unit') }} as cycle_number,
        {{ name_key('indicator_name') }} as name_text,
        coalesce(
            annual_unit, nullif(regexp_extract({{ name_key('indicator_name') }}, '[(]([^()0-9]{1,6})[)]$', 1), '')
        ) as annual_unit
    from {{ ref('int_indicators_united') }}
    where annual_operator in ('=', '>=', '>')
),

counts as (
    select
        *,
        annual_value * {{ large_number('annual_unit') }} as target_value,
        regexp_replace(regexp_replace({{ counted_unit('annual_unit') }}, '^场次', '场'), '^批次', '批') as unit_text,
        -- what is counted: 托管小区 of 托管小区数量（个）
        regexp_replace(
            regexp_replace(name_text, '[(][^()]*[)]|[0-9.]+', '', 'g'), {{ audit_pattern('counted_ending') }}, ''
        ) as thing
    from indicators
    where not regexp_matches(annual_unit, {{ audit_pattern('no_count_unit') }})
),

-- what is done, 改造 of 公厕改造, and to what
acts as (
    select
        *,
        regexp_extract(thing, {{ audit_pattern('act_name') }}) as act,
        regexp_replace(thing, {{ audit_pattern('act_name') }}, '', 'g') as thing_alone
    from counts
),

-- every number in the unit of the target, and whether most characters that name what is counted stand beside it
beside as (
    select
        counts.subject_key,
        counts.form_key,
        counts.annual_operator,
        counts.target_value,
        counts.cycle_number,
        counts.unit_text,
        said.said_in,
        said.phrase,
        said.said_value,
        -- an indicator that is printed twice is one
        row_number() over (
            partition by counts.form_key, said.said_in, said.phrase, counts.name_text, counts.target_value
            order by counts.subject_key
        ) > 1 as is_repeated,
        -- of 其中 a part is said, unless the indicator is of that part
        said.is_promised
        and (
            not coalesce(said.is_part, false)
            or length(counts.thing) > 3 and contains(regexp_extract(said.phrase, '其中(.*)$', 1), counts.thing)
        ) as is_promised,
        case
            when said.subject_key is not null then true
            else
                length(counts.thing) > 1
                and length(translate(counts.thing, said.phrase, ''))
                * case when length(counts.thing) > 5 then 3 else 4 end <= length(counts.thing)
                -- 改造5个市场、8座公厕 of 公厕改造: what is done is said once for both
                or regexp_matches(said.phrase, '^[0-9]')
                and length(counts.thing_alone) > 1
                and contains(said.phrase, counts.thing_alone)
                and contains(said.acts, counts.act)
        end as is_of_thing,
        length(counts.thing) > 3 and translate(counts.thing, said.phrase, '') = '' as is_named_whole,
        length(counts.thing) > 1 and contains(said.phrase, right(counts.thing, 2)) as has_its_noun,
        length(counts.thing) > 4 and contains(said.phrase, right(counts.thing, 4)) as has_long_noun,
        array_length(list_intersect(
            {{ character_pairs(noun_alone('counts.thing')) }}, {{ character_pairs('said.phrase') }}
        )) > 0
        -- 新建公厕 is none of 公厕维护
        and (contains(said.phrase, counts.act) or not regexp_matches(said.phrase, {{ audit_pattern('act_name') }}))
            as shares_noun
    from acts as counts
    inner join {{ ref('int_numbers_said') }} as said
        on
            counts.form_key = said.form_key
            and said.said_in != 'achieved'
            and (said.subject_key is null or counts.subject_key = said.subject_key)
            and starts_with(said.unit_words, replace(counts.unit_text, '人次', '人'))
            and (counts.unit_text like '人%' or not starts_with(said.unit_words, counts.unit_text || '次'))
)

select * from beside
