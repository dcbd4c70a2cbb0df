-- what the goal says of parts of a number before them: 护渔点18处,其中湖区9处、河口5处
with parts as (
    select
        form_key,
        regexp_extract({{ name_key('annual_goal') }}, '其中[^。;；]*') as part_words
    from {{ ref('int_forms_united') }}
),

said as (
    select
        numbers.form_key,
        numbers.phrase,
        numbers.said_value,
        regexp_extract(numbers.phrase, '[0-9][0-9,]*(?:[.][0-9]+)?') as printed,
        regexp_extract(numbers.phrase, '^[^0-9]*') as words_before,
        regexp_extract(numbers.unit_words, {{ audit_pattern('promised_unit') }}) as unit_text,
        regexp_replace(numbers.unit_words, {{ audit_pattern('promised_unit') }}, '') as words_after
    from {{ ref('int_numbers_said') }} as numbers
    left join parts on numbers.form_key = parts.form_key
    where
        numbers.said_in = 'goal' and numbers.is_promised
        and not coalesce(numbers.is_part or contains(parts.part_words, numbers.phrase), false)
        and not regexp_matches(numbers.phrase, {{ audit_pattern('not_own_count') }})
),

-- counts of what is done; what is counted stands before the number, 户厕 of 改造户厕600户, or behind it, 水库 of 管护7座水库
counts as (
    select
        form_key,
        phrase,
        said_value,
        printed,
        unit_text,
        {{ quantity_kind('unit_text', 'unit') }} as unit_kind,
        {{ noun_alone("case when length(words_after) > 1 then left(words_after, 4) else words_before end") }} as noun
    from said
    where
        unit_text != ''
        and (
            regexp_full_match(unit_text, {{ audit_pattern('measured_unit') }})
            or regexp_matches(words_before, {{ audit_pattern('act_name') }})
        )
),

indicators as (
    select * from {{ ref('int_measures_told') }}
),

-- nothing in the unit, no such number, and the noun in no name but that of a cost or of a satisfaction
compared as (
    select
        counts.form_key,
        counts.phrase,
        bool_and(
            (
                -- a sum of targets is more than each of them
                coalesce(indicators.is_told and counts.said_value < indicators.target_value, false)
                or coalesce(left(indicators.unit_text, 1) != left(counts.unit_text, 1), true)
                and coalesce(
                    indicators.unit_kind != counts.unit_kind
                    or counts.unit_kind not in ('length', 'area', 'volume', 'weight'),
                    true
                )
            )
            and coalesce(indicators.target_value != counts.said_value, true)
            and not regexp_matches(
                coalesce(indicators.whole_text, ''),
                '(^|[^0-9.])' || replace(counts.printed, '.', '[.]') || '([^0-9.]|$)'
            )
            and (
                coalesce(indicators.counts_nothing, false)
                or coalesce(
                    array_length(list_intersect(
                        {{ character_pairs('counts.noun') }}, {{ character_pairs('indicators.name_text') }}
                    )),
                    0
                ) = 0
            )
        ) as is_unmeasured
    from counts
    inner join indicators on counts.form_key = indicators.form_key
    where
        length(counts.noun) > 1
        and counts.said_value
        >= case when counts.unit_kind in ('length', 'area', 'volume', 'weight') then 1.01 else 2 end
    group by counts.form_key, counts.phrase
    having count(*) > 3
),

gathered as (
    select
        form_key,
        count(*) as promised_counts,
        count(case when is_unmeasured then 1 end) as unmeasured_counts,
        string_agg(case when is_unmeasured then phrase end, '、' order by phrase) as unmeasured_words
    from compared
    group by form_key
)

select * from gathered
