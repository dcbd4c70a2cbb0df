{%- set least = '[≥>]=?([0-9]+(?:[.][0-9]+)?)' -%}
-- documents with a column that says on what a target rests: 编制人数 explains none
with based as (
    select document_id as document_key
    from {{ ref('stg_sources') }}
    where regexp_matches(text, '[确设][\s\x0b]*[定置][\s\x0b]*依[\s\x0b]*据|指[\s\x0b]*标[\s\x0b]*依[\s\x0b]*据')
),

forms as (
    select
        forms.form_key,
        based.document_key is not null as has_basis
    from {{ ref('int_forms_united') }} as forms
    left join based on forms.document_key = based.document_key
),

indicators as (
    select
        united.subject_key,
        forms.has_basis,
        united.annual_value,
        united.annual_operator,
        {{ name_key('united.indicator_name') }} as name_text,
        {{ name_key('united.note') }} as note_text,
        {{ quantity_kind(counted_unit('united.annual_unit'), 'unit') }} as unit_kind
    from {{ ref('int_indicators_united') }} as united
    inner join forms on united.form_key = forms.form_key
    where united.note is not null
),

parts as (
    select
        subject_key,
        has_basis,
        name_text,
        unit_kind,
        unnest(string_split(note_text, ';')) as part
    from indicators
),

-- 政府采购执行率=(…): the formula of a name; 培训人员的人数: what is counted
defined as (
    select
        subject_key,
        name_text,
        unit_kind,
        part,
        case
            when starts_with(part, name_text || '=') and regexp_matches(part, '[/÷]')
                then substr(part, length(name_text) + 2)
        end as formula,
        case
            when not has_basis and regexp_full_match(part, {{ audit_pattern('counted_definition') }})
                then {{ quantity_kind('part', 'name') }}
        end as counted_kind
    from parts
),

crossed as (
    select
        subject_key,
        min(part) as note_of_other
    from defined
    where
        -- not two characters that stand beside each other in the name stand so in what explains it
        array_length(list_intersect(
            {{ character_pairs('name_text') }}, {{ character_pairs('coalesce(formula, part)') }}
        )) = 0
        and (formula is not null or counted_kind != unit_kind)
    group by subject_key
),

-- what is asked for 良 is more than for 中, and no more than the target
graded as (
    select
        subject_key,
        annual_value,
        annual_operator,
        note_text,
        try_cast(nullif(regexp_extract(note_text, '良:{{ least }}', 1), '') as decimal(18, 6)) as good,
        try_cast(nullif(regexp_extract(note_text, '中:{{ least }}', 1), '') as decimal(18, 6)) as fair
    from indicators
)

select
    graded.subject_key,
    crossed.note_of_other,
    case when graded.good is not null and graded.fair is not null then graded.note_text end as grades_noted,
    graded.fair > graded.good
    or graded.annual_operator in ('=', '>=', '>') and graded.good > graded.annual_value as grades_are_reversed
from graded
left join crossed on graded.subject_key = crossed.subject_key
where crossed.note_of_other is not null or graded.good is not null and graded.fair is not null
