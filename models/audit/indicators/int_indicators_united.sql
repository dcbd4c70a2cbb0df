with indicators as (
    {{ touched('fct_indicators') }}
),

performance as (
    {{ touched('fct_performance') }}
),

forms as (
    select * from {{ ref('int_forms_united') }}
),

-- A name is read beside its form: of the mart alone an engine would ask what a model asks of names for every row.
plans as (
    select
        indicators.indicator_key as subject_key,
        forms.form_key,
        forms.form_kind,
        indicators.category_key,
        indicators.indicator_seq,
        indicators.printed_level1,
        indicators.printed_level2,
        case when forms.form_key is not null then indicators.indicator_name end as indicator_name,
        {{ cycle_target_columns('indicators') }},
        indicators.annual_indicator_name is not null as names_differ,
        indicators.annual_target,
        indicators.annual_operator,
        indicators.annual_value,
        indicators.annual_upper_value,
        {{ percent_unit('indicators.annual_unit') }} as annual_unit,
        indicators.annual_is_quantitative,
        false as has_answer,
        indicators.note,
        {{ place_columns('indicators') }}
    from indicators
    inner join forms
        on indicators.document_key = forms.document_key and indicators.project_key = forms.project_key
    where forms.form_kind = 'plan'
),

evaluations as (
    select
        performance.performance_key as subject_key,
        forms.form_key,
        forms.form_kind,
        performance.category_key,
        performance.indicator_seq,
        performance.printed_level1,
        performance.printed_level2,
        case when forms.form_key is not null then performance.indicator_name end as indicator_name,
        {{ cycle_target_columns(is_printed=false) }},
        false as names_differ,
        performance.target as annual_target,
        performance.target_operator as annual_operator,
        performance.target_value as annual_value,
        performance.target_upper_value as annual_upper_value,
        {{ percent_unit('performance.target_unit') }} as annual_unit,
        performance.target_is_quantitative as annual_is_quantitative,
        coalesce(performance.actual, cast(performance.score as varchar)) is not null as has_answer,
        performance.note,
        {{ place_columns('performance') }}
    from performance
    inner join forms
        on performance.document_key = forms.document_key and performance.project_key = forms.project_key
    where forms.form_kind = 'evaluation'
),

departments as (
    select
        {{ department_indicator_subject_key('document_key', 'form_seq', 'indicator_seq') }} as subject_key,
        {{ department_form_subject_key('document_key', 'form_seq') }} as form_key,
        'department' as form_kind,
        category_key,
        indicator_seq,
        printed_level1,
        printed_level2,
        indicator_name,
        {{ cycle_target_columns() }},
        false as names_differ,
        annual_target,
        annual_operator,
        annual_value,
        annual_upper_value,
        {{ percent_unit('annual_unit') }} as annual_unit,
        annual_is_quantitative,
        coalesce(actual, cast(score as varchar)) is not null as has_answer,
        note,
        {{ place_columns() }}
    from ({{ touched('fct_department_indicators') }}) as indicators
),

united as (
    select * from plans
    union all
    select * from evaluations
    union all
    select * from departments
)

select * from united
