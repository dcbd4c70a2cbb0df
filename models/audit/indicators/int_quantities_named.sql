with indicators as (
    select * from {{ ref('int_indicators_united') }}
),

-- what was planned and what was achieved
quantities as (
    select
        form_key,
        subject_key,
        'target' as of_what,
        indicator_name,
        annual_value as quantity,
        annual_target as printed,
        annual_unit as unit
    from indicators
    where annual_is_quantitative and annual_unit is not null
    union all
    select
        indicators.form_key,
        indicators.subject_key,
        'actual' as of_what,
        indicators.indicator_name,
        scores.actual_value as quantity,
        scores.actual as printed,
        scores.actual_unit as unit
    from {{ ref('int_scores_united') }} as scores
    inner join indicators on scores.subject_key = indicators.subject_key
    where scores.actual_is_quantitative and scores.actual_unit is not null
),

named as (
    select
        form_key,
        subject_key,
        of_what,
        quantity,
        printed,
        {{ name_key('indicator_name') }} as name_text,
        regexp_extract(unit, '^(元|万元)(/.+)?$', 1) as money_unit,
        regexp_extract(unit, '^(?:元|万元)/([^/·.年月天日]+)', 1) as said_unit,
        {{ counted_unit('unit') }} as counted_unit,
        quantity * {{ large_number('unit') }} as counted,
        regexp_matches(unit || {{ name_key('indicator_name') }}, {{ audit_pattern('monthly_cost') }}) as is_monthly
    from quantities
)

select * from named
