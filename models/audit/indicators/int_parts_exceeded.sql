-- a part of those whom another indicator of the form counts: 受益脱贫人口 beside 受益总人口
with counts as (
    select
        form_key,
        subject_key,
        name_text,
        annual_target,
        annual_value * {{ large_number('annual_unit') }} as counted,
        left({{ counted_unit('annual_unit') }}, 1) as unit_letter,
        regexp_matches(name_text, {{ audit_pattern('part_of_people') }}) as is_part,
        regexp_matches(name_text, {{ audit_pattern('whole_of_people') }}) as is_whole,
        regexp_replace(
            regexp_replace(name_text, {{ audit_pattern('part_of_people') }}, '', 'g'),
            {{ audit_pattern('people_counted') }}, '', 'g'
        ) as noun
    from {{ ref('int_indicators_described') }}
    where annual_is_quantitative and annual_operator in ('=', '>=', '>')
),

paired as (
    select
        parts.subject_key,
        wholes.name_text as whole_name,
        wholes.annual_target as whole_target,
        parts.counted > wholes.counted as is_above_whole,
        row_number() over (
            partition by parts.subject_key order by -wholes.counted, wholes.subject_key
        ) as place
    from counts as parts
    inner join counts as wholes
        on
            parts.form_key = wholes.form_key
            and parts.noun = wholes.noun
            and parts.unit_letter = wholes.unit_letter
    where
        parts.is_part and wholes.is_whole and not wholes.is_part
        and parts.unit_letter in ('人', '户')
        and parts.noun != ''
)

select
    subject_key,
    whole_name,
    whole_target,
    is_above_whole
from paired
where place = 1
