-- 产出指标50分、效益指标30分: what a note sets for every form of the document
with noted as (
    select
        document_id as document_key,
        regexp_extract(
            regexp_replace(translate(text, chr(11), ''), '[ 　\n]', '', 'g'), {{ audit_pattern('levels_noted') }}
        ) as words
    from {{ ref('stg_sources') }}
),

points as (
    select
        document_key,
        words,
        try_cast(regexp_extract(words, '产出指标[^0-9]*([0-9]+)', 1) as decimal(18, 2)) as output_noted,
        try_cast(regexp_extract(words, '效益指标[^0-9]*([0-9]+)', 1) as decimal(18, 2)) as benefit_noted
    from noted
    where words != '' and not regexp_matches(words, '原则|参考|可(以|根据|适当|自行|结合)|特殊|适当')
),

weights as (
    {{ printed_of_indicators(['weight']) }}
),

summed as (
    select
        indicators.form_key,
        sum(case when categories.level1_code = '1' then weights.weight else 0 end) as output_weights,
        sum(case when categories.level1_code = '2' then weights.weight else 0 end) as benefit_weights,
        sum(weights.weight) as all_weights
    from weights
    inner join {{ ref('int_indicators_united') }} as indicators on weights.subject_key = indicators.subject_key
    inner join {{ ref('dim_category') }} as categories on indicators.category_key = categories.category_key
    group by indicators.form_key
    -- costs of a level of their own share its points
    having bool_and(weights.weight is not null and categories.level1_code in ('1', '2', '3'))
)

select
    forms.form_key,
    points.words as noted_words,
    points.output_noted,
    points.benefit_noted,
    summed.output_weights,
    summed.benefit_weights
from {{ ref('int_forms_united') }} as forms
inner join points on forms.document_key = points.document_key
inner join summed on forms.form_key = summed.form_key
where summed.all_weights in (90, 100) and forms.form_kind = 'evaluation'
